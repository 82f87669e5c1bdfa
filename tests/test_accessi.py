"""The access matrix, made from the addresses themselves: each by everybody, on every object."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cpia.scuola import tenancy
from tests.accessi.mondo import DellaClasse, Scuola, impronta
from tests.accessi.pagine import pulita
from tests.accessi.scena import chiedi, indirizzo, uno
from tests.accessi.tabella import FUORI, TABELLA, della_classe_b
from tests.accessi.voce import TUTTI, Voce
from tests.factories.scuola import ADESSO

pytest_plugins = ["tests.accessi.fixture"]

ACCESSO = reverse("account_login", urlconf="cpia.urls")
ASSENTE = 2**31 - 7
DENTRO = "dentro"


def nomi(resolver: URLResolver, spazio: str = "") -> Iterator[tuple[str, str]]:
    """Name and route of every address below here; the route itself where there is no name."""
    for voce in resolver.url_patterns:
        rotta = str(voce.pattern)
        if isinstance(voce, URLPattern):
            yield f"{spazio}{voce.name}" if voce.name else f"senza nome: {rotta}", rotta
        else:
            sotto = f"{spazio}{voce.namespace}:" if voce.namespace else spazio
            yield from ((nome, rotta + coda) for nome, coda in nomi(voce, sotto))


INDIRIZZI = dict(nomi(get_resolver("cpia.urls")))
DI_ISTITUTO = {nome for nome, rotta in INDIRIZZI.items() if rotta.startswith("<slug:istituto>/")}
ogni_indirizzo = pytest.mark.parametrize("nome", sorted(TABELLA))


def esito(risposta: HttpResponse) -> int | str:
    """«dentro» when the person was let in, whatever the page then says; else the status."""
    stato = risposta.status_code
    if stato in {403, 404, 405} or stato >= 500:
        return stato
    if stato == 302 and risposta.url.startswith(ACCESSO):
        return "accesso"
    return DENTRO


def dati(voce: Voce, metodo: str, scuola: Scuola, classe: DellaClasse) -> Any:
    """What the request carries: a page that shows is asked by its address, an act by its body."""
    if voce.corpo is None or (metodo == "GET" and not voce.domanda):
        return None
    return voce.corpo(scuola, classe)


# The table is complete


def test_every_address_of_an_institute_is_in_the_table():
    assert set(TABELLA) == DI_ISTITUTO


def test_every_other_address_is_in_its_table():
    altri = {
        nome
        for nome, rotta in INDIRIZZI.items()
        if nome not in DI_ISTITUTO and not rotta.startswith("accesso/")
    }
    assert altri == set(FUORI)


def test_the_cast_is_the_one_of_the_table(mondi):
    assert set(mondi.qui.cast) | {"in_due"} == TUTTI
    assert set(mondi.altrove.cast) == set(mondi.qui.cast)


# Everybody at every address


def attesi(voce: Voce, metodo: str, chi: str, si: frozenset[str], no: frozenset[str]) -> set[Any]:
    rifiuto = 403 if chi in no else voce.altri
    giusto = DENTRO if chi in si else rifiuto
    # A page that only shows may ignore the method; whoever may not see it may not either way.
    return {giusto} if metodo in voce.metodi.split() else {giusto, 405}


def gruppi(voce: Voce, scuola: Scuola) -> Iterator[tuple[DellaClasse, frozenset[str], frozenset]]:
    """The object of the class of the cast, and that of the other class, with who gets in."""
    yield scuola.a, voce.si, voce.no
    if voce.oggetto and voce.oggetto(scuola, scuola.a) != voce.oggetto(scuola, scuola.b):
        yield scuola.b, della_classe_b(voce.si), della_classe_b(voce.no)


# Enough where the address is not meant for that method, or not for anybody.
PRIMARI = ("dirigente", "segretaria", "docente", "coordinatrice", "senza_incarico")
COMUNI = sorted(nome for nome in TABELLA if not TABELLA[nome].proprio)
PROPRI = sorted(nome for nome in TABELLA if TABELLA[nome].proprio)


def chiedono(voce: Voce, metodo: str, si: frozenset[str]) -> Iterable[str]:
    """Everybody; who was refused the page sends nothing from it, but for the usual ones."""
    if metodo not in voce.metodi:
        return PRIMARI
    return sorted(si | set(PRIMARI)) if metodo == "POST" and "GET" in voce.metodi else TUTTI


@pytest.mark.parametrize("nome", COMUNI)
@pytest.mark.parametrize("metodo", ["GET", "POST"])
@pytest.mark.usefixtures("rifiuti_spogli")
def test_who_gets_in(mondi, nome, metodo):
    voce, sbagliati = TABELLA[nome], {}
    for classe, si, no in gruppi(voce, mondi.qui):
        dove = indirizzo(nome, mondi.qui, voce.oggetto(mondi.qui, classe) if voce.oggetto else [])
        corpo = dati(voce, metodo, mondi.qui, classe)
        for chi in chiedono(voce, metodo, si):
            risposta = chiedi(mondi.browser[chi], metodo, dove, corpo, json=voce.json)
            if esito(risposta) not in attesi(voce, metodo, chi, si, no):
                sbagliati[classe.rilevata.pk, chi] = risposta.status_code
    assert sbagliati == {}


@pytest.mark.parametrize("nome", PROPRI)
@pytest.mark.usefixtures("rifiuti_spogli")
def test_each_has_only_the_own(mondi, nome):
    voce = TABELLA[nome]
    for di_chi in ("docente", "dirigente", "revocato"):
        [metodo], altrui = voce.metodi.split(), getattr(mondi.qui, voce.proprio)[di_chi]
        dove = indirizzo(nome, mondi.qui, [altrui.pk])
        esiti = {chi: esito(chiedi(mondi.browser[chi], metodo, dove)) for chi in TUTTI}
        assert {chi for chi, trovato in esiti.items() if trovato == DENTRO} == {di_chi}
        assert set(esiti.values()) == {DENTRO, 404}


# Strangers and who is not signed in


@ogni_indirizzo
def test_the_twins_of_another_institute_find_nothing(mondi, nome):
    """Not even that the institute has such a page.

    Who is nobody here is refused before any role is looked at: all of them ask for one address.
    """
    voce = TABELLA[nome]
    if voce.pubblica:
        return
    dove = indirizzo(nome, mondi.qui, uno(voce, mondi.qui))
    pagine = set()
    for metodo in ("GET", "POST"):
        for chi in mondi.altrove.cast if nome == "scrivania" else PRIMARI:
            risposta = chiedi(mondi.browser[f"altrove_{chi}"], metodo, dove)
            assert risposta.status_code == 404, (metodo, chi)
            pagine.add(pulita(risposta))
    nessuna = chiedi(mondi.browser["altrove_dirigente"], "GET", "/nessuna-scuola/scrivania/")
    assert pagine == {pulita(nessuna)}


@ogni_indirizzo
def test_who_is_not_signed_in_is_asked_to(mondi, nome):
    voce = TABELLA[nome]
    dove = indirizzo(nome, mondi.qui, uno(voce, mondi.qui))
    for metodo in ("GET", "POST"):
        risposta = chiedi(mondi.browser["anonimo"], metodo, dove)
        if voce.pubblica:
            legge = {200, 302} if "GET" in voce.metodi else {405}
            assert risposta.status_code in (legge if metodo == "GET" else {200, 405, 422})
            assert esito(risposta) != "accesso"
        else:
            assert (risposta.status_code, esito(risposta)) == (302, "accesso")


@pytest.mark.parametrize("nome", sorted(FUORI))
def test_outside_the_institutes(mondi, nome):
    risposta = mondi.browser["anonimo"].get(reverse(nome, urlconf="cpia.urls"))
    assert (esito(risposta) == "accesso") is FUORI[nome]


# Objects of another institute


CON_OGGETTO = sorted(nome for nome, voce in TABELLA.items() if voce.oggetto or voce.proprio)


@pytest.mark.parametrize("nome", sorted(set(CON_OGGETTO) - {"importazione_modello"}))
def test_an_object_of_another_institute_is_one_that_does_not_exist(mondi, nome):
    """The same page, letter by letter, for who may do most and for who may do least."""
    voce = TABELLA[nome]
    altrui = uno(voce, mondi.altrove)
    for posto in range(len(altrui)):
        proprio = uno(voce, mondi.qui)
        if altrui[posto] == proprio[posto]:
            continue  # the name of a kind, which is no object of anybody
        foresto = [*proprio[:posto], altrui[posto], *proprio[posto + 1 :]]
        vuoto = [*proprio[:posto], _assente(altrui[posto]), *proprio[posto + 1 :]]
        for chi in PRIMARI:
            stati = {403, 404} if chi in voce.no else {404, voce.altri}
            for metodo in voce.metodi.split():
                due = [
                    chiedi(mondi.browser[chi], metodo, indirizzo(nome, mondi.qui, oggetto))
                    for oggetto in (foresto, vuoto)
                ]
                assert {risposta.status_code for risposta in due} <= stati, chi
                righe = [pulita(risposta).replace(str(altrui[posto]), "") for risposta in due]
                assert righe[0] == righe[1].replace(str(_assente(altrui[posto])), ""), (chi, metodo)


def _assente(riferimento: object) -> object:
    return ASSENTE if isinstance(riferimento, int) else "2222-2222-2222"


ATTI = sorted(nome for nome, voce in TABELLA.items() if voce.corpo and "POST" in voce.metodi)


@pytest.mark.parametrize("nome", ATTI)
def test_ids_of_another_institute_in_a_request_do_nothing(mondi, nome):
    """The act is done on one's own object, by who may, naming rows of the other institute."""
    voce = TABELLA[nome]
    [chi, *_] = voce.si
    dove = indirizzo(nome, mondi.qui, uno(voce, mondi.qui))
    prima = impronta(mondi.qui.istituto), impronta(mondi.altrove.istituto)
    corpo = voce.corpo(mondi.altrove, mondi.altrove.a)
    with transaction.atomic():
        modo = {"content_type": "application/json"} if voce.json else {}
        risposta = mondi.browser[chi].post(dove, corpo, **modo)
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
        dopo = impronta(mondi.qui.istituto), impronta(mondi.altrove.istituto)
        transaction.set_rollback(True)
    assert risposta.status_code < 500
    assert dopo[1] == prima[1]
    cambiate = {tabella for tabella in prima[0] if prima[0][tabella] != dopo[0][tabella]}
    assert cambiate <= SENZA_EFFETTO.get(nome, set())


# What a form of many rows does to those of which the request does not speak, all one's own: the
# cell is taken for one emptied without having seen what is there, and only the register says so.
SENZA_EFFETTO = {
    "competenze:scheda": {"atti_operazione"},
}


@pytest.mark.parametrize("nome", ATTI)
def test_the_same_request_with_the_own_ids_does_something(mondi, nome):
    """Otherwise the test above would prove nothing."""
    voce = TABELLA[nome]
    [chi, *_] = voce.si
    corpo = voce.corpo(mondi.qui, mondi.qui.a)
    dove = indirizzo(nome, mondi.qui, uno(voce, mondi.qui))
    prima = impronta(mondi.qui.istituto)
    with transaction.atomic():
        modo = {"content_type": "application/json"} if voce.json else {}
        risposta = mondi.browser[chi].post(dove, corpo, **modo)
        dopo = impronta(mondi.qui.istituto)
        transaction.set_rollback(True)
    if nome in RIFIUTATI:
        assert risposta.status_code == 422
    else:
        assert risposta.status_code in {200, 302}, risposta.text
        assert dopo != prima


RIFIUTATI = {
    "anno_scegli": "nothing can be copied while the next year has no classes",
    "competenze:torna_alla_media": "there is no decision to take back",
}


# One login in two institutes


def test_who_is_somebody_in_two_institutes_has_in_each_the_roles_of_that_one(mondi):
    """Tutor here, dirigente there: the board of a class opens there only."""
    client = mondi.browser["in_due"]
    aperte = [
        chiedi(client, "GET", indirizzo("competenze:quadro", s, [s.a.rilevata.pk])).status_code
        for s in mondi.scuole()
    ]
    assert aperte == [404, 200]
    assert chiedi(client, "GET", indirizzo("scrivania", mondi.qui, [])).status_code == 200


def test_the_chooser_shows_the_institutes_of_the_login_and_no_other(mondi):
    scelta = mondi.browser["in_due"].get(reverse("istituti", urlconf="cpia.urls"))
    for scuola in mondi.scuole():
        assert scelta.text.count(indirizzo("scrivania", scuola, [])) == 1
    assert scelta.text.count("/scrivania/") == 2
    diretto = mondi.browser["docente"].get(reverse("istituti", urlconf="cpia.urls"))
    assert diretto.url == indirizzo("scrivania", mondi.qui, [])


# Roles withdrawn


@pytest.mark.parametrize(
    ("chi", "nome"),
    [
        ("docente", "competenze:inserimento"), ("coordinatrice", "competenze:quadro"),
        ("dirigente", "competenze:quadro"), ("segretaria", "importazioni"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("ruoli_riletti")
def test_a_role_withdrawn_closes_the_page_that_was_open(mondi, chi, nome):
    dove = indirizzo(nome, mondi.qui, uno(TABELLA[nome], mondi.qui))
    assert mondi.browser[chi].get(dove).status_code == 200
    tenancy.imposta(istituto_id=mondi.qui.istituto.pk)
    assert mondi.qui.cast[chi].incarichi.update(revocato_il=ADESSO)
    assert mondi.browser[chi].get(dove).status_code == TABELLA[nome].altri
