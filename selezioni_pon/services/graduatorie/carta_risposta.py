"""The paper of the answer to a complaint: reserved, under a reserved number."""

from datetime import datetime

from django.urls import reverse

from cpia.atti.models import Documento
from cpia.atti.services import nuovo_codice, prepara_documento, protocolla
from cpia.scuola.access import Contesto
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.risposta_reclamo import MODELLO, TIPO, contesto_risposta
from selezioni_pon.models import Avviso, Reclamo
from selezioni_pon.services.graduatorie.carta import chi_firma
from selezioni_pon.services.graduatorie.stampe import accoda_carta


def prepara_risposta(
    autore: Contesto, adesso: datetime, avviso: Avviso, reclamo: Reclamo
) -> Documento:
    """Freeze the answer and ask for its print. Raises AttoRifiutato when nobody directs."""
    protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto="Selezioni: risposta a un reclamo",
        corrispondente="persona interessata", riservato=True,
    )  # fmt: skip
    emissione = Emissione(
        autore.istituto, chi_firma(autore), autore.oggi, protocollo, nuovo_codice()
    )
    contesto = contesto_risposta(reclamo, avviso, emissione)
    documento = prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=contesto.titolo,
        modello=MODELLO,
        contesto=contesto.as_dict(),
        protocollo=protocollo,
        firmato_da=emissione.firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
        riservato=True,
    )
    indirizzo = reverse("selezioni:reclamo", args=[autore.istituto.slug, reclamo.pk])
    accoda_carta(autore, adesso, documento, indirizzo)
    return documento
