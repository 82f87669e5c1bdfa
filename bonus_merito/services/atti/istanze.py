"""What is asked after the outcome, and its answer."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse

from bonus_merito.documents.parole_atti import Emissione
from bonus_merito.enums import EsitoIstanza, TipoIstanza
from bonus_merito.models import Istanza
from bonus_merito.queries.assegnazioni import momento_di
from bonus_merito.queries.termini import termine_risposta
from bonus_merito.rules.istanze import verifica_istanza, verifica_risposta
from bonus_merito.services.atti.blocco import blocca_procedura, chi_firma
from bonus_merito.services.atti.carte import prepara_risposta
from bonus_merito.services.atti.stampe import chiedi_stampa_carta
from bonus_merito.services.conflitto import esigi_estraneo
from cpia.atti.enums import Verso
from cpia.atti.services import annota, nuovo_codice, protocolla
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from cpia.scuola.parole import con_maiuscola

RISPOSTA: Final = "bonus_merito.risposta"


@transaction.atomic
def presenta_istanza(
    *,
    autore: Contesto,
    adesso: datetime,
    procedura_id: int,
    tipo: TipoIstanza,
    testo: str,
    chiave: str,
) -> Istanza:
    """Complain about the outcome, or ask to see the own file; it takes a reserved number.

    ``chiave`` is that of the form: the same one sent twice is one. Raises AttoRifiutato.
    """
    procedura = blocca_procedura(autore, procedura_id)
    gia = Istanza.objects.filter(
        istituto=autore.istituto, persona=autore.persona, chiave=chiave
    ).first()
    if gia is not None:
        return gia
    esigi(verifica_istanza(tipo, momento_di(autore, procedura, tipo)))
    istanza = Istanza.objects.create(
        istituto=autore.istituto,
        procedura=procedura,
        persona=autore.persona,
        tipo=tipo.value,
        testo=testo.strip(),
        presentata_il=adesso,
        rispondere_entro=termine_risposta(procedura, tipo, autore.oggi).giorno,
        protocollo=protocolla(
            autore=autore,
            adesso=adesso,
            oggetto=f"Bonus: {tipo.etichetta}",
            verso=Verso.ENTRATA,
            corrispondente="persona interessata",
            riservato=True,
        ),
        chiave=chiave,
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="presenta istanza sul bonus",
        oggetto=istanza,
        dati={"procedura": procedura.pk, "chiesto": tipo.value},
    )
    return istanza


@transaction.atomic
def rispondi_istanza(
    *,
    autore: Contesto,
    adesso: datetime,
    istanza_id: int,
    esito: EsitoIstanza,
    risposta: str,
) -> Istanza:
    """Answer once, with the reasons: a numbered paper, which who asked reads.

    The outcome that was decreed does not change: where it was wrong, another decree takes its
    place. Raises AttoRifiutato.
    """
    istanza = (
        Istanza.objects.select_for_update(of=("self",))
        .select_related("persona", "procedura__fondo__anno_scolastico")
        .get(istituto=autore.istituto, pk=istanza_id)
    )
    esigi_estraneo(autore, istanza.procedura)
    tipo = TipoIstanza(istanza.tipo)
    esigi(verifica_risposta(tipo, esito, risposta, gia_risposta=bool(istanza.esito)))
    istanza.esito, istanza.risposta = esito.value, risposta.strip()
    istanza.risposta_il, istanza.risposta_da = adesso, autore.persona
    istanza.documento = prepara_risposta(autore, adesso, istanza, _emissione(autore, adesso))
    istanza.save(update_fields=["esito", "risposta", "risposta_il", "risposta_da", "documento"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="risponde a istanza sul bonus",
        oggetto=istanza,
        dati={"chiesto": tipo.value, "documento": istanza.documento.pk},
    )
    _dillo(autore, adesso, istanza)
    chiedi_stampa_carta(
        autore=autore,
        adesso=adesso,
        documento=istanza.documento,
        indirizzo=reverse("bonus:istanze", args=[autore.istituto.slug, istanza.procedura_id]),
    )
    return istanza


def _emissione(autore: Contesto, adesso: datetime) -> Emissione:
    protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto="Bonus: risposta a un’istanza",
        corrispondente="persona interessata",
        riservato=True,
    )
    return Emissione(autore.istituto, chi_firma(autore), autore.oggi, protocollo, nuovo_codice())


def _dillo(autore: Contesto, adesso: datetime, istanza: Istanza) -> None:
    """Tell who asked that there is an answer, not which."""
    chiesto = con_maiuscola(TipoIstanza(istanza.tipo).etichetta)
    avviso = Avviso(
        chiave=f"{RISPOSTA}.{istanza.pk}",
        tipo=RISPOSTA,
        riferimento=f"istanza/{istanza.pk}",
        destinatario=istanza.persona,
        oggetto="C’è la risposta alla tua istanza sul bonus",
        testo=f"{chiesto}: la risposta, con le ragioni, è nel portale.",
        indirizzo=reverse("bonus:esito", args=[autore.istituto.slug, istanza.procedura_id]),
    )
    metti_in_uscita(istituto_id=autore.istituto.pk, adesso=adesso, avvisi=[avviso])
