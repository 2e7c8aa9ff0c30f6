using Etabli.Application.Plant;
using Etabli.Application.Plant.Register;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    private const string Sectors = "Code\tLibellé\tSite\nDEBIT\tDébit\tNP\nUSINAGE\tUsinage\tNP\nSOUDAGE\tSoudage et lavage\tNP\nMONTAGE\tMontage et essai\tNP\nFINITION\tPeinture et emballage\tNP";

    private const string Partners =
        "Code\tNature\tPart (%)\tDélai (jours)\tLivraison\nClient A\tclient\t60\t5\tquotidienne\nClients B et C\tclient\t40\t\thebdomadaire\nFournisseur tubes\tfournisseur\t\t28\tmensuelle\n"
        + "Fournisseur barres\tfournisseur\t\t28\tmensuelle\nSous-traitant chromage\tsous-traitant\t\t5\t2 fois par semaine";

    private const string Shifts = "Code\tDébut\tFin\tArrêts (min)\tJours\nA\t06:00\t13:30\t30\tlundi à vendredi\nB\t13:30\t21:00\t30\tlundi à vendredi";

    private static readonly string[] ClosedDays = ["22/12/2025", "23/12/2025", "24/12/2025", "26/12/2025", "29/12/2025", "30/12/2025", "31/12/2025", "02/01/2026"];

    private static readonly Dictionary<string, string> SectorOf = new()
    {
        ["SC1"] = "DEBIT",
        ["SC2"] = "DEBIT",
        ["TCN1"] = "USINAGE",
        ["TCN2"] = "USINAGE",
        ["TCN3"] = "USINAGE",
        ["RECT1"] = "USINAGE",
        ["ROD1"] = "USINAGE",
        ["ROB1"] = "SOUDAGE",
        ["LAV1"] = "SOUDAGE",
        ["P1-P6"] = "MONTAGE",
        ["BT1"] = "MONTAGE",
        ["CAB1"] = "FINITION",
        ["EXP"] = "FINITION",
    };

    /// <summary>What the plant is made of, from the files as they are and from the story.</summary>
    private async Task LoadRegister(CancellationToken stop)
    {
        await Take(RegisterKind.Sites, "Code\tLibellé\tCommune\nNP\tUsine de Nulle-Part\tNulle-Part", null, stop);
        await Take(RegisterKind.Sectors, Sectors, null, stop);
        await Take(RegisterKind.Stations, DemoFiles.Text("03_postes.csv"), "03_postes.csv", stop);
        await Take(
            RegisterKind.Stations,
            string.Join('\n', DemoFiles.Rows("03_postes.csv").Select(r => $"{r["poste"]}\t{r["type"]}\t{SectorOf[r["poste"]]}\t{r["cout_horaire_eur"]}").Prepend("Code\tType\tSecteur\tCoût horaire (€)")), null, stop);
        // One machine at each post that is one: hands assemble at P1 to P6 and pack at the end.
        await Take(
            RegisterKind.Equipment,
            string.Join('\n', DemoFiles.Rows("03_postes.csv").Where(r => r["poste"] is not ("P1-P6" or "EXP")).Select(r => $"M-{r["poste"]}\t{r["type"]}\t{r["poste"]}").Prepend("Code\tLibellé\tPoste")), null, stop);
        await Take(RegisterKind.Products, DemoFiles.Text("01_produits.csv"), "01_produits.csv", stop);
        await Take(RegisterKind.Partners, Partners, null, stop);
        await Take(RegisterKind.Shifts, Shifts, null, stop);
        foreach (var year in (int[])[2025, 2026])
        {
            await As("CLEAN", s => s.GetRequiredService<AddHolidays>().Run(new(year), stop), stop);
        }

        await Take(RegisterKind.SpecialDays, string.Join('\n', ClosedDays.Select(d => $"{d}\tfermeture\tFermeture de fin d’année").Prepend("Jour\tNature\tLibellé")), null, stop);
    }

    /// <summary>The tasks of assembly, from the file as it is.</summary>
    private Task LoadTasks(CancellationToken stop) => Take(RegisterKind.Tasks, DemoFiles.Text("11_taches_montage.csv"), "11_taches_montage.csv", stop, Cylinders, "OP100");

    private Task Take(RegisterKind kind, string text, string? from, CancellationToken stop, ProductFamilyId? family = null, string operation = "") => As("CLEAN", async s =>
    {
        var (read, _) = await s.GetRequiredService<TakeRegister>().Run(new(kind, TypedTable.Read(text, "fr"), family, operation, From: from), stop);
        if (read.Faults is [var first, ..])
        {
            throw new InvalidOperationException($"{kind}: {read.Faults.Count} faults, the first is {first}.");
        }
    }, stop);
}
