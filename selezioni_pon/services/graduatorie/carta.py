"""The paper of a version: its words are frozen when it is approved, a worker prints it."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from cpia.atti.enums import Verso
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.avvisi.models import Lavoro
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.graduatoria import MODELLO, TIPO, contesto_graduatoria, titolo_di
from selezioni_pon.models import Graduatoria
from selezioni_pon.queries.graduatorie.formata import Formata
from selezioni_pon.services.graduatorie.stampe import accoda_carta


def prepara_carta(
    autore: Contesto, adesso: datetime, graduatoria: Graduatoria, fatta: Formata
) -> None:
    """Give a version its number and its frozen words; AttoRifiutato when nobody directs."""
    protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto=titolo_di(graduatoria), verso=Verso.INTERNO
    )
    emissione = Emissione(
        autore.istituto, chi_firma(autore), autore.oggi, protocollo, nuovo_codice()
    )
    contesto = contesto_graduatoria(graduatoria, fatta, emissione)
    graduatoria.protocollo = protocollo
    graduatoria.documento = prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=contesto.titolo,
        modello=MODELLO,
        contesto=contesto.as_dict(),
        protocollo=protocollo,
        firmato_da=emissione.firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
    )
    accoda_carta(autore, adesso, graduatoria.documento, _indirizzo(graduatoria))


@transaction.atomic
def chiedi_stampa(*, autore: Contesto, adesso: datetime, graduatoria: Graduatoria) -> Lavoro | None:
    """Ask again for the print of a version; None where it is printed, or there is none."""
    documento = graduatoria.documento
    if documento is None or documento.impronta:
        return None
    annota(
        autore=autore, adesso=adesso, azione="chiede la stampa della graduatoria",
        oggetto=graduatoria, dati={"documento": documento.pk},
    )  # fmt: skip
    return accoda_carta(autore, adesso, documento, _indirizzo(graduatoria))


def chi_firma(autore: Contesto) -> Persona:
    """Who directs the institute today. Raises AttoRifiutato when nobody does."""
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", "Oggi nessuno dirige l’istituto: manca chi firma.")
    return firmatario


def _indirizzo(graduatoria: Graduatoria) -> str:
    slug = graduatoria.avviso.istituto.slug
    return reverse("selezioni:graduatoria", args=[slug, graduatoria.avviso_id])
