"""Two with one name are told apart by what each one has on the own receipt."""

from selezioni_pon.rules.omonimi import distinti

SEGNI = {"1": "domanda prot. n. 7/2024", "2": "domanda prot. n. 9/2024", "3": "domanda prot. n. 8"}


def test_who_has_a_name_alone_is_told_by_it():
    nomi = {"1": "Rossi Maria", "2": "Rossi Mario"}
    assert distinti(nomi, SEGNI) == nomi
    assert distinti({}, {}) == {}


def test_homonyms_have_their_number_and_the_others_do_not():
    nomi = {"1": "Rossi Maria", "2": "ROSSI  Maria", "3": "Bianchi Ada"}
    assert distinti(nomi, SEGNI) == {
        "1": "Rossi Maria (domanda prot. n. 7/2024)",
        "2": "ROSSI  Maria (domanda prot. n. 9/2024)",
        "3": "Bianchi Ada",
    }
