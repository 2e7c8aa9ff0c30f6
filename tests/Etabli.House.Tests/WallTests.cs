using System.Reflection;
using System.Reflection.Emit;
using Microsoft.EntityFrameworkCore;

namespace Etabli.House.Tests;

public class WallTests
{
    public static TheoryData<string> AllRooms => [.. Rooms.Neighbours.Keys];

    public static TheoryData<string> PureRooms => [.. Rooms.Pure];

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_knows_only_its_neighbours(string room) => Assert.Empty(Rooms.Strangers(room, Rooms.Named(Rooms.PathOf(room))));

    [Theory]
    [MemberData(nameof(PureRooms))]
    public void A_pure_room_opens_no_file_and_asks_no_clock(string room)
    {
        string[] impure = ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.TimeProvider", "System.Environment", "System.Net.Http.HttpClient"];
        Assert.Empty(Rooms.TypesNamed(Rooms.PathOf(room)).Intersect(impure));
    }

    [Fact]
    public void A_planted_stranger_is_caught_in_every_pure_room()
    {
        var planted = Plant(typeof(DbContext));
        foreach (var room in Rooms.Pure)
        {
            Assert.Contains("Microsoft.EntityFrameworkCore", Rooms.Strangers(room, Rooms.Named(planted)));
        }
    }

    [Fact]
    public void A_planted_door_from_one_module_to_another_is_caught()
    {
        var planted = Plant(typeof(Etabli.Improvement.Refusal));
        Assert.Equal(["Etabli.Improvement"], Rooms.Strangers("Etabli.Certification", Rooms.Named(planted)).Where(n => n.StartsWith("Etabli", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_planted_database_in_the_web_is_caught()
    {
        var planted = Plant(typeof(Etabli.Persistence.EtabliDb));
        Assert.Contains("Etabli.Persistence", Rooms.Strangers("Etabli.Web", Rooms.Named(planted)));
    }

    [Fact]
    public void A_planted_file_in_a_pure_room_is_caught()
    {
        var planted = Plant(typeof(FileStream));
        Assert.Contains("System.IO.FileStream", Rooms.TypesNamed(planted));
    }

    [Fact]
    public void The_web_names_neither_the_database_nor_its_driver()
    {
        var named = Rooms.Named(Rooms.PathOf("Etabli.Web"));
        Assert.DoesNotContain("Etabli.Persistence", named);
        Assert.DoesNotContain("Npgsql", named);
        Assert.DoesNotContain(named, n => n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void No_foreign_key_crosses_schemas_but_to_people_and_plant()
    {
        Assert.Empty(Repository.Files(".sql").SelectMany(f => CrossingsOf(f, Repository.Read(f))));
        Assert.Single(CrossingsOf("planted", "create table certification.x (\n  p uuid references improvement.project (id)\n);"));
    }

    private static IEnumerable<string> CrossingsOf(string file, string sql)
    {
        var schema = "";
        foreach (var line in sql.Split('\n'))
        {
            var table = System.Text.RegularExpressions.Regex.Match(line, @"(?:create|alter) table (?:if not exists )?(\w+)\.");
            if (table.Success)
            {
                schema = table.Groups[1].Value;
            }

            foreach (System.Text.RegularExpressions.Match to in System.Text.RegularExpressions.Regex.Matches(line, @"references (\w+)\."))
            {
                if (to.Groups[1].Value is var other && other != schema && other is not ("people" or "plant"))
                {
                    yield return $"{file}: {schema} → {other}";
                }
            }
        }
    }

    /// <summary>Compiles an assembly that names a stranger, as a careless line would.</summary>
    private static string Plant(Type stranger)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName("Planted"), typeof(object).Assembly);
        var type = builder.DefineDynamicModule("Planted").DefineType("Planted.Line", TypeAttributes.Public);
        type.DefineField("forbidden", stranger, FieldAttributes.Public);
        type.CreateType();
        var path = Path.Combine(Path.GetTempPath(), $"planted-{Guid.NewGuid():N}.dll");
        builder.Save(path);
        return path;
    }
}
