using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkBreakdowns;

internal sealed record MotionEconomyWords(string Kept, string Broken, string NotSeen, string Score, IReadOnlyList<string> Groups, IReadOnlyList<string> Principles)
{
    internal static MotionEconomyWords In(Language language) => language == Language.English ? English : French;

    private static MotionEconomyWords French { get; } = new(
        "respecté", "non respecté", "non regardé", "respectés", ["Le corps", "Le poste", "Les outils"],
        [
            "Les deux mains commencent et finissent leurs gestes ensemble.",
            "Les deux mains ne sont jamais inoccupées en même temps, sauf au repos.",
            "Les bras bougent en sens opposés, en symétrie et ensemble.",
            "Le geste engage le moins possible du corps\u00A0: doigts avant bras, bras avant tronc.",
            "L’élan de la pièce ou de l’outil aide le geste, et n’est pas à retenir par la force.",
            "Les gestes sont courbes et continus, sans changement brusque de direction.",
            "Un geste lancé et libre est préféré à un geste retenu ou guidé.",
            "Le travail a un rythme régulier\u00A0; les yeux vont peu loin et peu souvent.",
            "Chaque outil et chaque pièce a une place fixe.",
            "Outils, pièces et commandes sont devant l’opérateur, à portée de main.",
            "Les pièces arrivent par gravité tout près du point d’emploi.",
            "Les pièces finies partent par gravité ou par chute.",
            "Outils et pièces sont rangés dans l’ordre des gestes.",
            "L’éclairage permet de bien voir sans effort.",
            "La hauteur du plan de travail et du siège permet d’alterner assis et debout.",
            "Le siège soutient une bonne posture.",
            "Un montage, un étau ou une pédale tient la pièce à la place de la main.",
            "Deux outils sont réunis en un quand c’est possible.",
            "Outils et pièces attendent déjà orientés, prêts à saisir.",
            "Si chaque doigt agit, l’effort est réparti selon sa force.",
            "Les poignées touchent le plus possible de la main.",
            "Leviers, volants et boutons s’actionnent sans changer de posture.",
        ]);

    private static MotionEconomyWords English { get; } = new(
        "kept", "not kept", "not looked at", "kept", ["The body", "The workplace", "The tools"],
        [
            "Both hands begin and end their motions together.",
            "Both hands are never idle at once, but for rest.",
            "The arms move in opposite directions, evenly and together.",
            "The motion uses as little of the body as it can: fingers before arms, arms before trunk.",
            "The swing of the part or tool helps the motion and need not be held back by force.",
            "Motions are curved and go on without sharp turns.",
            "A free, thrown motion is preferred to one that is held or guided.",
            "The work has an even rhythm; the eyes go neither far nor often.",
            "Each tool and each part has a fixed place.",
            "Tools, parts and controls are in front of the operator, within reach.",
            "Parts come by gravity close to where they are used.",
            "Finished parts leave by gravity or by a drop.",
            "Tools and parts lie in the order of the motions.",
            "Light lets one see well without strain.",
            "The height of bench and seat allows sitting and standing in turn.",
            "The seat supports a good posture.",
            "A jig, a vice or a pedal holds the part instead of the hand.",
            "Two tools are made one where they can be.",
            "Tools and parts wait turned the right way, ready to grasp.",
            "Where each finger works, the load follows its strength.",
            "Handles touch as much of the hand as they can.",
            "Levers, wheels and buttons are worked without a change of posture.",
        ]);
}
