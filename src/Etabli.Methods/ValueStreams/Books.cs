namespace Etabli.Methods.ValueStreams;

/// <summary>The books this discipline was read in.</summary>
internal static class Books
{
    public static readonly Source LearningToSee = new("Rother, M. and Shook, J.", "Learning to See, Lean Enterprise Institute", 1999);

    public static readonly Source LittlesProof = new("Little, J. D. C.", "A Proof for the Queuing Formula: L = λW, Operations Research 9(3)", 1961, "pp. 383–387");

    public static readonly Source ToyotaKanban = new(
        "Sugimori, Y., Kusunoki, K., Cho, F. and Uchikawa, S.", "Toyota production system and Kanban system, International Journal of Production Research 15(6)", 1977, "pp. 553–564");
}
