"""A CPIA that enrols: courses at an open and at a reserved site, an office, who applies."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.test import Client
from django.urls import reverse

from cpia.atti.caricamenti import FileAccettato
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.rules import calcola_codice_fiscale
from patto_formativo.enums import Canale, Cittadinanza, GenereOfferta, TipoCarta
from patto_formativo.models import AperturaIscrizioni
from patto_formativo.services.iscrizioni import (
    DatiCarta,
    DatiDomanda,
    accogli_domanda,
    presenta_domanda,
)
from tests.factories.patto import CpiaFactory, OffertaFactory
from tests.factories.scuola import (
    AnnoScolasticoFactory,
    IncaricoFactory,
    PersonaFactory,
    SedeFactory,
    contesto,
)

ADESSO = datetime(2023, 10, 2, 9, 0, tzinfo=ZoneInfo("Europe/Rome"))
OGGI = ADESSO.date()
PDF = b"%PDF-1.4\n%prova"
NAIMA = {
    "cognome": "Oulhaj", "nome": "Naima", "sesso": "F", "data_nascita": date(1989, 3, 14),
    "luogo_nascita": "Marocco", "provincia_nascita": "EE",
}  # fmt: skip
DANYLO = {
    "cognome": "Hrytsenko", "nome": "Danylo", "sesso": "M", "data_nascita": date(2008, 9, 12),
    "luogo_nascita": "Ucraina", "provincia_nascita": "EE", "adulto_cognome": "Hrytsenko",
    "adulto_nome": "Oksana", "adulto_legame": "genitore", "email": "oksana@posta.example",
    "codice_fiscale": calcola_codice_fiscale(
        "Hrytsenko", "Danylo", date(2008, 9, 12), "M", "Z138"
    ),
}  # fmt: skip
CODICE = calcola_codice_fiscale("Oulhaj", "Naima", date(1989, 3, 14), "F", "Z330")


def file_pdf() -> FileAccettato:
    return FileAccettato("permesso.pdf", PDF, "application/pdf", "0" * 64, len(PDF))


class Scena:
    """The school, its office, its courses."""

    def __init__(self):
        self.istituto = CpiaFactory(slug="cpia")
        tenancy.imposta(istituto_id=self.istituto.pk)
        self.anno = AnnoScolasticoFactory(istituto=self.istituto, inizio=2023)
        self.apertura = AperturaIscrizioni.objects.create(
            istituto=self.istituto, anno_scolastico=self.anno, dal=date(2023, 9, 1),
            termine=date(2023, 10, 31), termine_estremi="delibera n. 9",
            quota=Decimal("10.00"), quota_estremi="delibera n. 38",
        )  # fmt: skip
        self.sede = SedeFactory(istituto=self.istituto, nome="Centro")
        self.casa = SedeFactory(istituto=self.istituto, nome="Casa protetta", riservata=True)
        self.corso = self.offerta(self.sede)
        self.corso_riservato = self.offerta(self.casa)
        self.segretaria = self.chi(Ruolo.SEGRETERIA_DIDATTICA)

    def offerta(self, sede, genere=GenereOfferta.PRIMO_PERIODO, **altro):
        return OffertaFactory(
            istituto=self.istituto, anno_scolastico=self.anno, sede=sede, genere=genere.value,
            **altro,
        )  # fmt: skip

    def chi(self, ruolo, **dove):
        persona = PersonaFactory(istituto=self.istituto, con_accesso=True)
        IncaricoFactory(
            istituto=self.istituto, persona=persona, ruolo=ruolo, cattedra=None,
            dal=date(2023, 9, 1), **dove,
        )  # fmt: skip
        return persona

    def ufficio(self, adesso=ADESSO):
        return contesto(self.segretaria, adesso)

    def dati(self, **altro):
        comune = {
            "offerta_id": self.corso.pk, "telefono": "333 555 0140",
            "email": "naima@posta.example", "studi": "elementare", "codice_fiscale": CODICE,
            "cittadinanza": Cittadinanza.EXTRA.value, "stato_cittadinanza": "Marocco",
        }  # fmt: skip
        return DatiDomanda(**(NAIMA | comune | altro))

    def presenta(self, *, adesso=ADESSO, canale=Canale.ONLINE, chiave="", carte=None, **altro):
        portate = [DatiCarta(TipoCarta.PERMESSO, file_pdf(), scade=date(2025, 1, 1))]
        autore = self.ufficio(adesso) if canale is Canale.SPORTELLO else None
        return presenta_domanda(
            istituto=self.istituto, dati=self.dati(**altro), adesso=adesso, canale=canale,
            carte=portate if carte is None else carte, chiave=chiave, autore=autore,
        )  # fmt: skip

    def accolta(self, **altro):
        domanda, _ = self.presenta(**altro)
        return accogli_domanda(autore=self.ufficio(), adesso=ADESSO, domanda_id=domanda.pk)


def entra(persona):
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def dove(nome, *altri):
    return reverse(f"patto:{nome}", args=["cpia", *altri])


def parole(risposta):
    return risposta.content.decode()


def scritto(scena, **altro):
    return {
        "chiave": "la-chiave-di-prova", "offerta": scena.corso.pk, "cognome": "Oulhaj",
        "nome": "Naima", "sesso": "F", "data_nascita": "1989-03-14", "provincia_nascita": "EE",
        "luogo_nascita": "Marocco", "codice_fiscale": CODICE.lower(), "cittadinanza": "extra",
        "stato_cittadinanza": "Marocco", "soggiorno": "permesso", "soggiorno_scade": "2025-01-31",
        "telefono": "333 555 0140", "email": "naima@posta.example", "lingua": "ar",
        "studi": "estero", "titolo_accesso": "diploma, Casablanca", "chiede_crediti": "on",
    } | altro  # fmt: skip


def manda(scena, nome="iscriviti", browser=None, **altro):
    return (browser or Client()).post(dove(nome), scritto(scena, **altro))
