"""Every address of the portal, asked with reserved items in it, by who may not read them.

In organ A of the world every item of every sitting is reserved, and so are its papers, votes,
deliberations and remarks: each carries a word that says of which sitting it is. Whatever page,
dialog, fragment, file or refused act answers, the word is only for who reads that sitting.
"""

from typing import Any

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from cpia.scuola import tenancy
from organi_collegiali.models import (
    Allegato,
    Anomalia,
    Delibera,
    Dichiarazione,
    Proposta,
    Punto,
    Rilievo,
    Votazione,
)
from tests.accessi.mondo import Mondo, Scuola
from tests.accessi.scena import indirizzo, uno
from tests.accessi.tabella import TABELLA
from tests.conftest import come_proprietario

pytest_plugins = ["tests.accessi.fixture"]

PREPARANO = {
    "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
    "segretaria_protocollo",
}  # fmt: skip
SIEDONO = {"dirigente", "responsabile", "docente", "coordinatrice"}
# The office until the notice leaves, then who sits: the minutes of the closed one are a draft.
LEGGONO = {
    "bozza": PREPARANO | {"responsabile"},
    "convocata": SIEDONO,
    "in_corso": SIEDONO,
    "chiusa": SIEDONO,
}
PAROLE = {nome: f"Xz{nome.replace('_', '')}q" for nome in LEGGONO}
# The office asks in every way; who sits elsewhere, and who sits nowhere, only to read.
CHIEDONO = {
    "segretaria": [("get", False), ("get", True), ("post", False), ("post", True)],
    "collaboratore": [("get", False)],
    "docente_di_b": [("get", False)],
}
DEGLI_ORGANI = sorted(nome for nome in TABELLA if nome.startswith("organi:"))
# What is not of one object: lists, searches, registers, files; and what gives a file of an organ.
LISTE = sorted(
    {"organi:organo", "organi:seduta", "organi:verbali"}
    | {n for n, voce in TABELLA.items() if "GET" in voce.metodi and not voce.oggetto}
)
# Asked of a list, a search, a register: what they would find and what they would save. The word
# is in all that is reserved, so that a question never says by itself of which sitting it is.
CERCATA = "provvedimento"
DOMANDE: tuple[dict[str, str], ...] = (
    {"q": CERCATA, "cerca": CERCATA},
    {"formato": "csv"},
)


def riserva(scuola: Scuola) -> None:
    """Make all that hangs on the sittings of organ A reserved, and mark it."""
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    organo = scuola.organi["a"]
    with come_proprietario():
        for nome, parola in PAROLE.items():
            testo = f"{parola} {CERCATA}"
            di = {"punto__seduta": getattr(organo, nome).seduta}
            punti = Punto.objects.filter(seduta=getattr(organo, nome).seduta)
            punti.update(
                titolo=testo, titolo_pubblico="Affare senza nomi", su_persone=True,
                riservato=True, discussione=testo, testo_proposto=testo, motivo_esito=testo,
                premesse=[{"premessa": "visto", "testo": testo}],
            )  # fmt: skip
            Allegato.objects.filter(**di).update(titolo=testo, riservato=True)
            Votazione.objects.filter(**di).update(testo=testo)
            Proposta.objects.filter(votazione__punto__seduta=di["punto__seduta"]).update(
                testo=testo
            )
            Dichiarazione.objects.filter(**di).update(testo=testo)
            Delibera.objects.filter(seduta=di["punto__seduta"]).update(
                oggetto=testo, testo=testo, premesse=[], su_persone=True, riservata=True,
                oggetto_pubblico="Affare senza nomi",
            )  # fmt: skip
            Rilievo.objects.filter(verbale__seduta=di["punto__seduta"]).update(
                testo=testo, punto=punti.first()
            )
            Anomalia.objects.create(
                istituto=scuola.istituto, seduta=di["punto__seduta"], punto=punti.first(),
                codice="prova", testo=testo, fonte="prova",
            )  # fmt: skip


@pytest.fixture
def riservato(mondi: Mondo) -> Mondo:
    riserva(mondi.qui)
    return mondi


def lette(mondi: Mondo, nome: str, chi: str, **come: Any) -> set[str]:
    """Of which sittings the answer says a word that is not for this person."""
    dove = indirizzo(nome, mondi.qui, uno(TABELLA[nome], mondi.qui))
    client = mondi.browser[chi]
    metodo = come.pop("metodo", "get")
    intestazioni = {"headers": {"HX-Request": "true"}} if come.pop("htmx", False) else {}
    trovate: set[str] = set()
    for dati in come.pop("domande", ({},)):
        testo = _risposta(client, metodo, dove, dati, intestazioni)
        trovate |= {seduta for seduta, parola in PAROLE.items() if parola in testo}
    return trovate


def _risposta(
    client: Any, metodo: str, dove: str, dati: dict[str, str], intestazioni: dict[str, Any]
) -> str:
    with transaction.atomic():
        risposta = getattr(client, metodo)(dove, dati, **intestazioni)
        transaction.set_rollback(True)
    corpo = risposta.getvalue() if risposta.streaming else risposta.content
    return corpo.decode(errors="replace") + str(risposta.headers)


def di_troppo(trovate: set[str], chi: str) -> set[str]:
    return {seduta for seduta in trovate if chi not in LEGGONO[seduta]}


@pytest.mark.parametrize("nome", DEGLI_ORGANI)
def test_no_address_of_the_organs_says_it(riservato, nome):
    for chi, modi in CHIEDONO.items():
        for metodo, htmx in modi:
            trovate = lette(riservato, nome, chi, metodo=metodo, htmx=htmx)
            assert di_troppo(trovate, chi) == set(), (chi, metodo, htmx)


@pytest.mark.parametrize("nome", LISTE)
def test_no_search_list_or_file_says_it(riservato, nome):
    for chi in ("segretaria", "docente_di_b"):
        trovate = lette(riservato, nome, chi, domande=DOMANDE)
        assert di_troppo(trovate, chi) == set(), chi


def test_who_may_read_it_does(riservato):
    """The words are where the test looks for them: it does not pass on empty pages."""
    casi = {
        ("organi:prepara", "segretaria"): {"bozza"},
        ("organi:punto_modifica", "segretaria"): {"bozza"},
        ("organi:seduta", "docente"): {"convocata"},
        ("organi:seduta", "dirigente"): {"convocata"},
        ("organi:aula", "coordinatrice"): {"in_corso"},
        ("organi:posto", "docente"): {"in_corso"},
        ("organi:delibera", "docente"): {"chiusa"},
        ("organi:verbale", "coordinatrice"): {"chiusa"},
    }
    for (nome, chi), attese in casi.items():
        assert lette(riservato, nome, chi) >= attese, (nome, chi)


def test_the_address_of_another_sitting_says_it_neither(riservato):
    """The office asks for each object of each sitting, not only for the one of the matrix."""
    organo, client = riservato.qui.organi["a"], riservato.browser["segretaria"]
    nomi = {
        nome: riga
        for nome, riga in _rotte(get_resolver("organi_collegiali.urls"))
        if riga.count("<int") == 1
    }
    sedute = [getattr(organo, nome).seduta for nome in LEGGONO]
    punti = [getattr(organo, nome).punti[0] for nome in LEGGONO]
    for nome, rotta in nomi.items():
        righe = sedute if rotta.startswith("sedute/") else punti if "punti/" in rotta else []
        for riga in righe:
            dove = indirizzo(f"organi:{nome}", riservato.qui, [riga.pk])
            for metodo, intestazioni in (
                ("get", {}),
                ("post", {"headers": {"HX-Request": "true"}}),
            ):
                testo = _risposta(client, metodo, dove, {}, intestazioni)
                dette = {seduta for seduta, parola in PAROLE.items() if parola in testo}
                assert di_troppo(dette, "segretaria") == set(), (nome, metodo, riga)


def _rotte(resolver: URLResolver) -> list[tuple[str, str]]:
    return [
        (voce.name or "", str(voce.pattern))
        for voce in resolver.url_patterns
        if isinstance(voce, URLPattern)
    ]
