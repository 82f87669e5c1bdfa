"""A school with its office, for the tests of the albo."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from cpia.atti.albo import services
from cpia.atti.albo.services.bozze import DatiBozza
from cpia.atti.caricamenti import FileAccettato
from cpia.atti.enums import CategoriaAlbo, VersioneFile
from cpia.atti.models import Documento, Pubblicazione
from cpia.atti.services import prepara_documento, protocolla, registra_stampa
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from tests.atti import caricati
from tests.avvisi import scena

MERCOLEDI = scena.MERCOLEDI
OGGI = MERCOLEDI.date()
NOME = "Rossi Mario"
DATI = DatiBozza(
    oggetto=f"Graduatoria: esperto di teatro, {NOME}",
    oggetto_dopo="Graduatoria: esperto di teatro",
    categoria=CategoriaAlbo.GRADUATORIE,
    richiedente="Segreteria",
    dal=OGGI,
)


@dataclass(frozen=True)
class Ufficio:
    """An institute and who works in it."""

    istituto: Istituto
    docente: Persona
    segretaria: Persona
    protocollo: Persona
    dirigente: Persona
    collaboratore: Persona

    def autore(self, adesso: datetime = MERCOLEDI) -> Contesto:
        return scena.contesto(self.segretaria, adesso)


def ufficio(slug: str = "liceo-di-prova") -> Ufficio:
    """Make a school whose office is complete."""
    di_prova = scena.scuola(slug)
    istituto = di_prova.istituto
    with scena.istituto_corrente(istituto.pk):
        persone = [
            scena.persona(istituto, nome, "Neri") for nome in ("Sara", "Pia", "Dina", "Carlo")
        ]
        ruoli = (
            Ruolo.SEGRETERIA_DIDATTICA, Ruolo.SEGRETERIA_PROTOCOLLO, Ruolo.DIRIGENTE,
            Ruolo.COLLABORATORE,
        )  # fmt: skip
        for chi, ruolo in zip(persone, ruoli, strict=True):
            scena.incarico(chi, ruolo)
    return Ufficio(istituto, di_prova.docente, *persone)


PDF = caricati.pdf(f"Graduatoria {NOME}")


def bozza(
    di: Ufficio,
    adesso: datetime = MERCOLEDI,
    *,
    file: FileAccettato | None = None,
    versione: VersioneFile = VersioneFile.INTEGRALE,
    **campi: object,
) -> Pubblicazione:
    """A draft with one public file."""
    campi.setdefault("dal", adesso.date())
    autore = di.autore(adesso)
    pubblicazione = services.prepara_pubblicazione(
        autore=autore, adesso=adesso, dati=replace(DATI, **campi)
    )
    services.aggiungi_file(
        autore=autore, adesso=adesso, pubblicazione_id=pubblicazione.pk,
        accettato=file or UN_FILE, titolo="Graduatoria", versione=versione, pubblico=True,
    )  # fmt: skip
    return pubblicazione


UN_FILE = FileAccettato(
    "graduatoria.pdf", PDF, "application/pdf", hashlib.sha256(PDF).hexdigest(), len(PDF)
)


def all_albo(di: Ufficio, adesso: datetime = MERCOLEDI, **campi: object) -> Pubblicazione:
    """A numbered publication with one public file."""
    pronta = bozza(di, adesso, **campi)
    return services.pubblica(autore=di.autore(adesso), adesso=adesso, pubblicazione_id=pronta.pk)


def documento(di: Ufficio, *, stampato: bool = True, **campi: object) -> Documento:
    """A paper of the portal with its protocol."""
    autore = di.autore()
    protocollo = protocolla(autore=autore, adesso=MERCOLEDI, oggetto="Delibera")
    fatto = prepara_documento(
        autore=autore, adesso=MERCOLEDI, tipo="delibera_di_prova", modello="prova/1",
        titolo="Delibera n. 131", contesto={}, protocollo=protocollo, **campi,
    )  # fmt: skip
    if not stampato:
        return fatto
    return registra_stampa(
        documento_id=fatto.pk, istituto_id=di.istituto.pk, pdf=caricati.pdf(), pagine=1
    )


def fra(giorni: int) -> datetime:
    """So many days after the Wednesday of these tests, at the same hour."""
    return MERCOLEDI + timedelta(days=giorni)


def giorno(giorni: int) -> date:
    return fra(giorni).date()


def nel_deposito(media: str) -> set[bytes]:
    """The bytes of every file that is kept."""
    return {p.read_bytes() for p in Path(media).rglob("*") if p.is_file()}
