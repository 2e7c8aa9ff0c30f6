-- A juror prints the minutes: the file belongs to the centre, where the juror is no member. Whoever has a document being
-- made may put that document, and only while it is being made, with the organisation and the dossier that were asked.
create policy printed on files.stored_file for insert to etabli_app
  with check (owner = (select etabli.person())
    and kind = 'Pdf'
    and exists (
      select from printing.print_request p
      where p.person = owner and p.organisation = stored_file.organisation
        and p.dossier is not distinct from stored_file.dossier and p.state = 'Running'));
