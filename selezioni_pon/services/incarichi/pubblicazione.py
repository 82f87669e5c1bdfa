"""An assignment is published with its pay: from then on it counts, and it is in the register.

Source: D.Lgs. 33/2013, art. 15 cc. 1-2 and 4, art. 18; L. 244/2007, art. 3 c. 18.
"""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse

from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo, Verso
from cpia.atti.models import Documento
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla
from cpia.avvisi.services import accoda
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.documents import estratto_incarico as estratto
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.models import Contratto
from selezioni_pon.rules.contratti import EFFICACIA
from selezioni_pon.services.incarichi.blocco import blocca_contratto
from selezioni_pon.services.incarichi.carta import STAMPA
from selezioni_pon.services.incarichi.firmatario import chi_firma

DOPO: Final = "Incarico per un progetto della scuola (estratto non più in pubblicazione)"


@transaction.atomic
def pubblica_incarico(
    *, autore: Contesto, adesso: datetime, contratto_id: int, versione: int
) -> Contratto:
    """Publish who has the post, for what, how long, for how much: who directs or the office may.

    An extract goes on the albo, and the assignment in the register that everybody reads until
    three years after its end. Raises Conflitto, AttoRifiutato, PubblicazioneRifiutata.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    if contratto.firmato_il is None or contratto.pubblicazione_id is not None:
        testo = "Si pubblica una volta, un incarico firmato."
        raise rifiuta("non_si_pubblica", testo, EFFICACIA)
    documento = _estratto(autore, adesso, contratto)
    contratto.pubblicazione = pubblica_documento(
        autore=autore,
        adesso=adesso,
        documento=documento,
        categoria=CategoriaAlbo.CONVENZIONI,
        oggetto=documento.titolo,
        con_dati_personali=True,
        oggetto_dopo=DOPO,
    )
    contratto.save(update_fields=["pubblicazione", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="pubblica incarico", oggetto=contratto,
        dati={"pubblicazione": contratto.pubblicazione.pk},
    )  # fmt: skip
    _stampa(autore, adesso, contratto, documento)
    return contratto


def _estratto(autore: Contesto, adesso: datetime, contratto: Contratto) -> Documento:
    firmatario = chi_firma(autore)
    protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto=DOPO, verso=Verso.INTERNO,
        corrispondente="albo online",
    )  # fmt: skip
    emissione = Emissione(autore.istituto, firmatario, autore.oggi, protocollo, nuovo_codice())
    contesto = estratto.contesto_estratto(contratto, emissione)
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=estratto.TIPO,
        titolo=contesto.titolo,
        modello=estratto.MODELLO,
        contesto=contesto.as_dict(),
        protocollo=protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
    )


def _stampa(autore: Contesto, adesso: datetime, contratto: Contratto, documento: Documento) -> None:
    accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo="Stampa dell’estratto di un incarico",
        totale=1,
        indirizzo=reverse("selezioni:incarico", args=[autore.istituto.slug, contratto.pk]),
    )
