using System.Security.Cryptography;
using System.Text;

namespace Roundtable.Directory.Hsds;

/// <summary>Lasting ids for the parts HSDS wants named: made from their owner's id and their content.</summary>
internal static class HsdsId
{
    public static Guid Of(Guid owner, string part)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}/{part}"))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0f | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
