"""Who signs an agreement: of age or not, on the words that are in force."""

from datetime import date

import pytest

from cpia.norme.rules.motivi import Motivo
from patto_formativo.rules.firme import (
    Firma,
    Parte,
    Versione,
    firme_mancanti,
    firme_richieste,
    giudica_firma,
)

NASCITA = date(2006, 6, 5)
PRIMA, COMPLEANNO = date(2024, 6, 4), date(2024, 6, 5)
SECONDA = Versione(2, "bb", approvata=True)
CONDIVISA = Versione(
    2, "bb", approvata=True, aspetta=Motivo("da_ratificare", "art. 4", "Manca IIS Pacioli.")
)


def firma(parte, giorno=COMPLEANNO, impronta="bb"):
    return Firma(7, parte, giorno, impronta)


@pytest.mark.parametrize(
    ("giorno", "parti"),
    [(PRIMA, [Parte.RESPONSABILE, Parte.SCUOLA]), (COMPLEANNO, [Parte.ADULTO, Parte.SCUOLA])],
)
def test_the_part_of_the_guardian_ends_on_the_birthday(giorno, parti):
    assert [r.parte for r in firme_richieste(NASCITA, giorno)] == parti


def test_for_a_minor_both_sources_are_said():
    persona, _ = firme_richieste(NASCITA, PRIMA)
    assert "anche da uno dei genitori" in persona.perche.testo
    assert "fase 4" in persona.perche.fonte


@pytest.mark.parametrize(
    ("firme", "mancano"),
    [
        ([], [Parte.ADULTO, Parte.SCUOLA]),
        ([firma(Parte.ADULTO)], [Parte.SCUOLA]),
        ([firma(Parte.ADULTO), firma(Parte.SCUOLA)], []),
        # On the words of before.
        ([firma(Parte.ADULTO, impronta="aa"), firma(Parte.SCUOLA)], [Parte.ADULTO]),
        # Signed by the parent the day before the birthday.
        ([firma(Parte.RESPONSABILE, PRIMA), firma(Parte.SCUOLA)], []),
        # What the minor signed besides is not enough, not even after the birthday.
        ([firma(Parte.ADULTO, PRIMA), firma(Parte.SCUOLA)], [Parte.ADULTO]),
    ],
)
def test_what_is_missing(firme, mancano):
    assert [r.parte for r in firme_mancanti(firme, SECONDA, NASCITA, COMPLEANNO)] == mancano


@pytest.mark.parametrize(
    ("data", "versione", "codice", "detto"),
    [
        (firma(Parte.ADULTO), SECONDA, None, ""),
        (firma(Parte.SCUOLA), SECONDA, None, ""),
        (firma(Parte.RESPONSABILE, PRIMA), SECONDA, None, ""),
        (firma(Parte.ADULTO, impronta="aa"), SECONDA, "versione_vecchia", "la versione 2"),
        # A minor may sign too (art. 11): it is never required.
        (firma(Parte.ADULTO, PRIMA), SECONDA, None, ""),
        (firma(Parte.RESPONSABILE), SECONDA, "parte_sbagliata", "5 giugno 2024"),
        (
            firma(Parte.ADULTO),
            Versione(2, "bb", approvata=False),
            "non_approvata",
            "aspetta l’approvazione",
        ),
        # Of an agreement of two schools: the other has still to ratify these words.
        (firma(Parte.ADULTO), CONDIVISA, "da_ratificare", "IIS Pacioli"),
        (firma(Parte.SCUOLA), CONDIVISA, "da_ratificare", "IIS Pacioli"),
        (firma(Parte.ADULTO, PRIMA), CONDIVISA, "da_ratificare", "IIS Pacioli"),
        (firma(Parte.ADULTO, impronta="aa"), CONDIVISA, "versione_vecchia", "la versione 2"),
    ],
)
def test_whether_a_signature_may_be_recorded(data, versione, codice, detto):
    violazione = giudica_firma(data, versione, nascita=NASCITA)
    assert (violazione.codice if violazione else None) == codice
    if violazione:
        assert detto in violazione.testo
        assert violazione.fonte
