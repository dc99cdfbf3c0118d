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
    ],
)
def test_the_rest_of_the_text_tells_whose_an_office_is(text, name, role, entity):
    assert entity(name, text).roles == (role,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Norvège, le Chili et le Gabon. Le président Arne Vik s'est rendu au Chili.", "Arne Vik"),
        ("L'Ouzbékistan et le Kazakhstan. Le ministre Azimov.", "Azimov"),
        ("La France et le Liban. Pascal Duret, ministre, est là.", "Pascal Duret"),
        ("La Norvège et le Chili. Le ministre Arne Vik reste.", "Arne Vik"),
        ("La Norvège. Le président du jury, Paul Petit, reste.", "Paul Petit"),
        ("Le président Arne Vik et le président Paul Petit arrivent. Le président norvégien repart.", "Arne Vik"),
    ],
)
def test_what_the_text_leaves_open_stays_open(text, name, entity):
    assert [role.country for role in entity(name, text).roles] == [None]
