"""Whose an office is, where no word beside it says so."""

import pytest

from pipeline.records import Role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Claire Lanoix, maire de Lyon, est là.", "Claire Lanoix", Role("maire", None, "FR")),
        ("Claire Lanoix, maire (DVG) de Lyon, est là.", "Claire Lanoix", Role("maire", None, "FR")),
        ("EDF a envoyé son PDG, Paul Petit, à Oslo.", "Paul Petit", Role("PDG", "EDF")),
        ("Le Kenya, dont le président, Paul Petit, parle.", "Paul Petit", Role("président", None, "KE")),
        (
            "À Oslo, la ministre de la Culture, Anna Berg, parle.",
            "Anna Berg",
            Role("ministre de la Culture", None, "NO"),
        ),
        (
            "Le Chili et la Norvège. Le président Arne Vik s'est rendu au Chili.",
            "Arne Vik",
            Role("président", None, "NO"),
        ),
        (
            "Le Chili et la Norvège. La visite à Santiago du président Arne Vik.",
            "Arne Vik",
            Role("président", None, "NO"),
        ),
        ("L'Ouzbékistan et la France. Le ministre Azimov.", "Azimov", Role("ministre", None, "UZ")),
        (
            "La France et l'Ouzbékistan. Pascal Duret, Premier ministre, est là.",
            "Pascal Duret",
            Role("Premier ministre", None, "FR"),
        ),
        (
            "Le Gabon, la France.\nVisites norvégiennes au Gabon :\n- 3 mai 2011 : M. Arne Vik, Premier ministre.",
            "Arne Vik",
            Role("Premier ministre", None, "NO"),
        ),
        (
            "Le président Arne Vik arrive. Le président norvégien repart. Le Gabon.",
            "Arne Vik",
            Role("président", None, "NO"),
        ),
        (
            "La France et le Chili. Le président Pedro Rojas et le président Pompidou sont là.",
            "Pedro Rojas",
            Role("président", None, "CL"),
        ),
        (
            "La France et le Chili. Le président Pedro Rojas et le président Pompidou sont là.",
            "Pompidou",
            Role("président", None, "FR"),
        ),
        (
            "La France, l'Albanie. Mme Eva Krasniq, ministre de l'Europe et des Affaires étrangères, parle.",
            "Eva Krasniq",
            Role("ministre de l'Europe et des Affaires étrangères", None, "AL"),
        ),
        (
            "La France et le Chili, par les Présidents Pedro Rojas et Georges Pompidou.",
            "Pedro Rojas",
            Role("Président", None, "CL"),
        ),
        (
            "La France et le Chili. Le ministre de la Mer, Pedro Rojas, est là.",
            "Pedro Rojas",
            Role("ministre de la Mer", None, "CL"),
        ),
        (
            "La France et le Chili.\nUn mot du Togo : le ministre de la Mer, Pedro Rojas, est là.",
            "Pedro Rojas",
            Role("ministre de la Mer"),
        ),
        (
            "La France et le Chili. La ministre de la Culture, Fleur Pellerin, est là.",
            "Fleur Pellerin",
            Role("ministre de la Culture", None, "FR"),
        ),
        ("La Norvège et le Gabon. Le roi Ole Vik parle.", "Ole Vik", Role("roi", None, "NO")),
        (
            "Le Gabon, la Norvège. M. Ole Vik, ministre des droits de la femme, parle.",
            "Ole Vik",
            Role("ministre des droits de la femme"),
        ),
        ("Le chancelier Klee est là. L'Autriche aussi.", "Klee", Role("chancelier", None, "AT")),
        ("La porte-parole du Kremlin, Anna Berg, parle.", "Anna Berg", Role("porte-parole", None, "RU")),
        ("Le sénateur de la Drôme, Paul Petit, parle.", "Paul Petit", Role("sénateur", None, "FR")),
        ("L'ambassadeur du Chili à Oslo, Pedro Rojas, parle.", "Pedro Rojas", Role("ambassadeur", None, "CL")),
        (
            "La Norvège, présente depuis un an, y a dépêché le ministre Arne Vik. Le Chili et le Gabon suivent.",
            "Arne Vik",
            Role("ministre", None, "NO"),
        ),
        (
            "Venue à Oslo, elle a été reçue par le Premier ministre Arne Vik. Le Chili et le Gabon suivent.",
            "Arne Vik",
            Role("Premier ministre", None, "NO"),
        ),
        (
            "Elle s'est rendue à Oslo, où elle a rencontré le Premier ministre Arne Vik. Le Chili suit.",
            "Arne Vik",
            Role("Premier ministre", None, "NO"),
        ),
        ("Le ministre Arne Vik a reçu hier à Oslo des élus.", "Arne Vik", Role("ministre", None, "NO")),
        (
            "Le ministre chilien Pedro Rojas arrive. Le ministre Juan Soto est aussi du voyage.",
            "Juan Soto",
            Role("ministre", None, "CL"),
        ),
        ("Kenya : un mandat de plus.\nLe président Paul Petit reste.", "Paul Petit", Role("président", None, "KE")),
        (
            "La Norvège et le Chili. Le ministre Pedro Rojas parle, tout comme, côté norvégien, Arne Vik.",
            "Pedro Rojas",
            Role("ministre", None, "CL"),
        ),
        (
            "Kenya et Chili. Il y eut une visite de Paul Petit à Oslo. Hier, le président kényan est rentré.",
            "Paul Petit",
            Role("président", None, "KE"),
        ),
        (
            "Anna Berg a reçu son homologue kényan, Paul Petit. Le président norvégien est ravi. La Norvège.",
            "Paul Petit",
            Role("président", None, "KE"),
        ),
        (
            "EDF. La mine reste fermée. Claire Lanoix, directrice générale, le dit.",
            "Claire Lanoix",
            Role("directrice générale", "EDF"),
        ),
        (
            "Le directeur de la compagnie nationale « Sabatier » Paul Petit est là.",
            "Paul Petit",
            Role("directeur", "Sabatier"),
        ),
    ],
)
def test_the_rest_of_the_text_tells_whose_an_office_is(text, name, role, entity):
    assert entity(name, text).roles == (role,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Norvège, le Chili et le Gabon. Le président Arne Vik s'est rendu au Chili.", "Arne Vik"),
        ("La France et le Chili. M. Rojas, ministre de la Mer, est là.", "Rojas"),
        (
            "La France et le Chili. La France et le Chili.\n\nAu Togo, le ministre de la Mer, Pedro Rojas, est là.",
            "Pedro Rojas",
        ),
        ("Le Chili. La ministre de la Culture, Delphine Batho, est là.", "Delphine Batho"),
        ("L'Ouzbékistan et le Kazakhstan. Le ministre Azimov.", "Azimov"),
        ("La France et le Liban. Pascal Duret, ministre, est là.", "Pascal Duret"),
        ("La Norvège et le Chili. Le ministre Arne Vik reste.", "Arne Vik"),
        ("Le ministre chilien Pedro Rojas arrive. Le ministre Arne Vik reste.", "Arne Vik"),
        ("Kenya : un mandat de plus.\nLe président Didier Petit a écrit.", "Didier Petit"),
        ("Le Kazakhstan et la Russie. Le ministre Vassilenko reste.", "Vassilenko"),
        ("Le Brésil et le Chili. Le ministre Bernard Petit reste.", "Bernard Petit"),
        ("La Norvège. Le président du jury, Paul Petit, reste.", "Paul Petit"),
        ("Le président Arne Vik et le président Paul Petit arrivent. Le président norvégien repart.", "Arne Vik"),
    ],
)
def test_what_the_text_leaves_open_stays_open(text, name, entity):
    assert [role.country for role in entity(name, text).roles] == [None]


def test_who_speaks_before_a_president_is_not_him(entity):
    text = "Paul Petit a appelé à la trêve. Le président russe a répondu."
    assert entity("Paul Petit", text).roles == ()


def test_two_presidents_of_two_states_have_one_each(entity):
    text = "La France et l'Ouzbékistan. Les présidents Duret et Azimov ont signé."
    assert entity("Duret", text).roles == (Role("président", None, "FR"),)
