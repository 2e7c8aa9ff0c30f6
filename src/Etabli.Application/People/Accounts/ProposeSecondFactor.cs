using System.Security.Cryptography;
using Etabli.People;
using Etabli.People.Accounts;
using Etabli.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>Begins two-step sign-in: a secret is drawn and shown once as a picture and a text.</summary>
public sealed class ProposeSecondFactor(EtabliDb db, Rights rights, IDataProtectionProvider protection)
{
    /// <summary>What the authenticator needs.</summary>
    /// <param name="Address">otpauth:// address, for the QR code.</param>
    /// <param name="Text">The secret in Base32, for those who type it.</param>
    public sealed record Offer(string Address, string Text);

    /// <summary>Answers the offer that waits to be confirmed, or draws a new one.</summary>
    /// <exception cref="RefusalException">Two-step sign-in is on already.</exception>
    public async Task<Offer> Run(CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        var account = await db.Accounts.SingleAsync(a => a.Person == me, stop);
        var protector = protection.CreateProtector(SignIn.TotpPurpose);
        byte[] secret;
        if (account is { TotpSecret: { } kept, HasSecondFactor: false })
        {
            secret = protector.Unprotect(kept);
        }
        else
        {
            secret = RandomNumberGenerator.GetBytes(20);
            account.ProposeSecondFactor(protector.Protect(secret));
            await db.SaveChangesAsync(stop);
        }

        var text = Totp.Base32(secret);
        return new Offer($"otpauth://totp/Etabli:{Uri.EscapeDataString(account.Email)}?secret={text}&issuer=Etabli&algorithm=SHA1&digits=6&period={Totp.StepSeconds}", text);
    }
}
