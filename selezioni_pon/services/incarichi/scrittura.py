"""The assignment is written while it may change: days, hours, pay, deliberation, permission."""

from datetime import datetime
from fractions import Fraction

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Contratto, Proposta
from selezioni_pon.queries.incarichi.atti import contratto_di
from selezioni_pon.queries.incarichi.dichiarato import autorizzazione_di, dichiarato_di
from selezioni_pon.rules.autorizzazione import stato_autorizzazione
from selezioni_pon.rules.contratti import DELIBERA
from selezioni_pon.rules.stipula import Fatti, tipo_di, verifica_fatti
from selezioni_pon.services.incarichi.blocco import blocca_proposta, esigi_non_revocato
from selezioni_pon.services.incarichi.dati import DatiIncarico

CAMPI = (
    "tipo", "provenienza", "dal", "al", "ore", "compenso", "delibera_il", "autorizzazione",
    "autorizzazione_chiesta_il", "autorizzazione_atto",
)  # fmt: skip


@transaction.atomic
def scrivi_incarico(
    *,
    autore: Contesto,
    adesso: datetime,
    proposta_id: int,
    versione: int | None,
    dati: DatiIncarico,
) -> Contratto:
    """Write the letter or the contract of who accepted: who directs or the office may.

    ``versione`` is None the first time. What is still missing for it to be issued is judged then.
    Raises Conflitto, AttoRifiutato for figures that cannot be, or once it is issued.
    """
    proposta = blocca_proposta(autore, proposta_id)
    nuovo = contratto_di(proposta) is None
    contratto = _da_scrivere(proposta, versione)
    avviso = proposta.candidatura.avviso
    esigi_non_revocato(avviso)
    fatti = Fatti(
        dati.dal, dati.al, Fraction(dati.ore), Fraction(avviso.ore), dati.delibera_il,
        dati.chiesta_il, dati.risposta is not None, dati.atto,
    )  # fmt: skip
    esigi(verifica_fatti(fatti, autore.oggi))
    _riempi(autore, contratto, proposta, dati)
    if nuovo:
        contratto.scritto_il, contratto.scritto_da = adesso, autore.persona
        contratto.save()
    else:
        contratto.save(update_fields=[*CAMPI, "versione"])
    annota(
        autore=autore, adesso=adesso, azione="scrive incarico", oggetto=contratto,
        dati={"compenso": contratto.compenso},
    )  # fmt: skip
    return contratto


def _da_scrivere(proposta: Proposta, versione: int | None) -> Contratto:
    if proposta.stato != StatoProposta.ACCETTATA:
        testo = f"Questa proposta è {proposta.get_stato_display()}: si scrive quando è accettata."
        raise rifiuta("non_accettata", testo, DELIBERA)
    contratto = contratto_di(proposta)
    if contratto is None:
        return Contratto(istituto=proposta.istituto, proposta=proposta)
    if versione is None:
        raise Conflitto(contratto)
    esigi_letta(contratto, versione)
    if contratto.documento_id is not None:
        testo = "L’incarico è già emesso: le sue parole non si cambiano più."
        raise rifiuta("gia_emesso", testo, DELIBERA)
    return contratto


def _riempi(autore: Contesto, contratto: Contratto, proposta: Proposta, dati: DatiIncarico) -> None:
    dichiarato = dichiarato_di(proposta.candidatura)
    risposta = dati.risposta.value if dati.risposta else ""
    chiesta = autorizzazione_di(dichiarato, dati.chiesta_il, risposta, dati.atto)
    stato, _ = stato_autorizzazione(dichiarato.provenienza, chiesta, autore.oggi)
    contratto.tipo = tipo_di(dichiarato.provenienza)[0].value
    contratto.provenienza = dichiarato.provenienza.value
    contratto.dal, contratto.al, contratto.ore = dati.dal, dati.al, dati.ore
    contratto.compenso, contratto.delibera_il = dati.compenso, dati.delibera_il
    contratto.autorizzazione = stato.value
    contratto.autorizzazione_chiesta_il = dati.chiesta_il
    contratto.autorizzazione_atto = dati.atto.strip()
