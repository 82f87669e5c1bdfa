"""The year of the demo passes: every page that was open before still opens, then in September too.

The pages are found by following the links of four people at work, before the passage; the same
addresses are then asked on the same day, and on 10 September of the new school year.
"""

import re
from collections import Counter
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from cpia.portale.dimostrazione import piano
from cpia.scuola import orologio
from cpia.scuola.access import Contesto
from cpia.scuola.anno.queries.lettura import leggi, proposte
from cpia.scuola.anno.queries.passi import voci
from cpia.scuola.anno.services import (
    compi_passaggio,
    prepara_classi,
    proponi_esiti,
    scegli_copie,
)
from cpia.scuola.models import AnnoScolastico, Classe, Incarico, Iscrizione, Istituto, Persona
from cpia.scuola.queries import incarichi_in_vigore
from cpia.scuola.tenancy import istituto_corrente
from tests.accessi.mondo import impronta

GIUGNO = datetime(2024, 6, 5, 8, tzinfo=UTC)
SETTEMBRE = datetime(2024, 9, 10, 8, tzinfo=UTC)
CHI = (piano.DIRIGENTE, piano.SEGRETERIA, piano.BRANDOLINI, piano.DALMONTE)
LEGAMI = re.compile(r'(?:href|hx-get)="(/iis-antonietti/[^"#]*)"')
# What a person does, not a page: following it would change the very thing that is compared.
ATTI = {"avviso", "lavoro"}
# Where the days alone change the answer: papers leave the albo, the date of a draft goes by.
COL_TEMPO = tuple(f"/iis-antonietti/{dove}/" for dove in ("albo", "circolari", "novita"))
PARTENZE = ("scrivania", "competenze:elenco", "classi", "anno", "importazioni", "persone", "avvisi")


@pytest.fixture(scope="module")
def dimostrazione(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("carica_profili", stdout=StringIO())
        call_command("demo", stdout=StringIO())
        # Nothing is committed, so nobody has told the planner how big the tables are.
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE; ANALYZE; SET ROLE cpia_app")
        yield Istituto.objects.get(slug="iis-antonietti")
        transaction.set_rollback(True)


@pytest.fixture
def antonietti(dimostrazione, db, settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: GIUGNO)
    with istituto_corrente(dimostrazione.pk):
        yield dimostrazione


def entra(conto):
    client = Client(raise_request_exception=False)
    client.force_login(Persona.objects.get(email=conto.email).utente)
    return client


def al_massimo(nome):
    """How many addresses of one kind each person asks for."""
    return 2 if nome.startswith("competenze:") else 1


def nome_di(indirizzo):
    try:
        return resolve(indirizzo.partition("?")[0]).view_name
    except Resolver404:
        return ""


def giro(client):
    """The addresses that a person reaches by links, and how each answers."""
    coda = [reverse(nome, args=["iis-antonietti"]) for nome in PARTENZE]
    visti, per_nome = {}, Counter()
    while coda:
        indirizzo = coda.pop(0)
        nome = nome_di(indirizzo)
        if indirizzo in visti or nome in ATTI or per_nome[nome] >= al_massimo(nome) or not nome:
            continue
        per_nome[nome] += 1
        risposta = client.get(indirizzo)
        visti[indirizzo] = risposta.status_code
        if risposta.status_code == 200 and "text/html" in risposta.headers["Content-Type"]:
            coda += [trovato.replace("&amp;", "&") for trovato in LEGAMI.findall(risposta.text)]
    return visti


def richiedi(client, indirizzi):
    return {indirizzo: client.get(indirizzo).status_code for indirizzo in indirizzi}


def segretaria(istituto):
    persona = Persona.objects.get(email=piano.SEGRETERIA.email)
    return Contesto(istituto, persona, tuple(incarichi_in_vigore(persona, GIUGNO.date())), GIUGNO)


def passa(istituto):
    """The whole passage: classes, usual outcomes, everything copied."""
    anno = AnnoScolastico.objects.get(istituto=istituto, inizio=2023)
    chi = {"autore": segretaria(istituto), "adesso": GIUGNO, "anno": anno}
    prepara_classi(**chi, chiavi=[voce.chiave for voce in voci(leggi(anno))])
    proponi_esiti(**chi)
    scegli_copie(**chi, aggiungi=[copia.chiave for copia in proposte(leggi(anno), 0)[0]])
    return compi_passaggio(**chi), chi


def test_the_year_of_the_demo_passes_and_every_old_page_still_opens(antonietti, monkeypatch):
    client = {conto.email: entra(conto) for conto in CHI}
    prima = {email: giro(uno) for email, uno in client.items()}
    nomi = {nome_di(indirizzo) for sue in prima.values() for indirizzo in sue}
    assert {
        "competenze:quadro", "competenze:inserimento", "competenze:stampe", "competenze:scheda",
        "competenze:rilevazione", "classe", "anno_anteprima", "importazioni",
    } <= nomi  # fmt: skip
    assert all(stato < 500 for sue in prima.values() for stato in sue.values())

    compiuto, _ = passa(antonietti)
    studenti = Iscrizione.objects.filter(classe__anno_scolastico__inizio=2023).count()
    assert compiuto.studenti == studenti

    for quando in (GIUGNO, SETTEMBRE):
        monkeypatch.setattr(orologio, "adesso", lambda quando=quando: quando)
        for email, sue in prima.items():
            dopo = richiedi(client[email], sue)
            cambiati = {
                i: (sue[i], dopo[i])
                for i in sue
                if sue[i] != dopo[i] and not i.startswith(COL_TEMPO)
            }
            assert cambiati == {}, (quando, email)

    pagina = client[piano.BRANDOLINI.email].get(reverse("scrivania", args=["iis-antonietti"]))
    assert "Matematica in 3ªA TUR e 3ªB AFM" in pagina.text
    assert "Coordinatrice della 3ªB AFM" in pagina.text
    assert "Matematica in 2ª" not in pagina.text


def test_in_september_the_class_of_today_is_the_new_one(antonietti, monkeypatch):
    passa(antonietti)
    monkeypatch.setattr(orologio, "adesso", lambda: SETTEMBRE)
    pagina = entra(piano.SEGRETERIA).get(reverse("classi", args=["iis-antonietti"]))
    assert str(pagina.context["scelto"]) == "2024/25"
    assert {str(voce.classe) for voce in pagina.context["voci"]} >= {"3ªB AFM", "3ªA LS"}
    terza = Classe.objects.get(
        anno_scolastico__inizio=2024, anno_di_corso=3, sezione="B", corso__sigla="AFM"
    )
    assert terza.iscrizioni.filter(dal__lte=SETTEMBRE.date()).count() == 26
    assert terza.gruppi.count() == 4
    assert Incarico.objects.filter(cattedra__classe=terza).count() == 13


def test_twice_on_the_demo_nothing_changes(antonietti):
    _, chi = passa(antonietti)
    prima = impronta(antonietti)
    assert compi_passaggio(**chi).nulla
    assert impronta(antonietti) == prima
