"""One school with a secretary, a dirigente, a teacher, and a regulation in force."""

from dataclasses import dataclass
from datetime import date

from django.test import Client

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.rules import chiave_nota
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import imposta
from tests.factories.scuola import IncaricoFactory, IstitutoFactory, contesto

OGGI = date(2024, 6, 5)
IN_VIGORE_DAL = date(2022, 9, 1)
TITOLO = "Regolamento d’istituto"
PREAVVISO = "organi.collegio_docenti.preavviso.ordinaria"


@dataclass(frozen=True)
class Scena:
    istituto: Istituto
    segretaria: Persona
    dirigente: Persona
    docente: Persona
    collaboratrice: Persona
    regolamento: Regolamento

    @property
    def autore(self) -> Contesto:
        return contesto(self.segretaria)


def scena() -> Scena:
    istituto = IstitutoFactory()
    imposta(istituto_id=istituto.pk)
    ruoli = (Ruolo.SEGRETERIA_DIDATTICA, Ruolo.DIRIGENTE, Ruolo.COLLABORATORE)
    segretaria, dirigente, collaboratrice = (
        IncaricoFactory(istituto=istituto, ruolo=ruolo, cattedra=None).persona for ruolo in ruoli
    )
    docente = IncaricoFactory(istituto=istituto).persona
    regolamento = regolamento_di(
        istituto, {"albo.giorni": "15", PREAVVISO: "5 giorni"}, atto="delibera n. 1"
    )
    return Scena(istituto, segretaria, dirigente, docente, collaboratrice, regolamento)


def regolamento_di(istituto, valori, *, titolo=TITOLO, dal=IN_VIGORE_DAL, **altro) -> Regolamento:
    regolamento = Regolamento.objects.create(istituto=istituto, titolo=titolo, dal=dal, **altro)
    Parametro.objects.bulk_create(
        Parametro(
            istituto=istituto, regolamento=regolamento, chiave=chiave, valore=valore,
            tipo=chiave_nota(chiave).tipo.value, articolo="art. 3", testo="parole",
        )
        for chiave, valore in valori.items()
    )  # fmt: skip
    return regolamento


def browser(persona: Persona) -> Client:
    client = Client()
    client.force_login(persona.utente)
    return client
