"""The letter or the contract: its words are frozen when it is issued, a worker prints it."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse

from cpia.atti.models import Documento, Protocollo
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.documents import incarico as carta
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.enums import TipoContratto
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import avviso_di, da_stampare
from selezioni_pon.queries.incarichi.emissione import autorizzazione_a, contro_l_emissione
from selezioni_pon.rules.anagrafe import verifica_attestazione
from selezioni_pon.rules.contratti import DELIBERA
from selezioni_pon.services.incarichi.avvisi import CARTA, avverti
from selezioni_pon.services.incarichi.blocco import blocca_contratto, esigi_non_revocato
from selezioni_pon.services.incarichi.cessazione import togli_non_firmato
from selezioni_pon.services.incarichi.firmatario import chi_firma

STAMPA: Final = "selezioni_pon.stampa_incarico"
PRONTO: Final = "La carta è nel portale: si legge, si firma e si riporta in segreteria."


@transaction.atomic
def emetti_incarico(
    *,
    autore: Contesto,
    adesso: datetime,
    contratto_id: int,
    versione: int,
    senza_conflitti: bool = False,
) -> Contratto:
    """Issue the letter or the contract under its protocol number: who directs may.

    The permission of the employer is judged as it stands today. ``senza_conflitti``: of who works
    from outside, it was verified that there is no conflict of interests (D.Lgs. 165/2001, art. 53
    c. 14). Raises Conflitto, AttoRifiutato with all that is against it.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    if contratto.documento_id is not None:
        raise rifiuta("gia_emesso", "L’incarico è già emesso.", DELIBERA)
    esigi_non_revocato(avviso_di(contratto))
    tipo = TipoContratto(contratto.tipo)
    esigi(
        [
            *contro_l_emissione(contratto, autore.oggi),
            *verifica_attestazione(tipo, attestato=senza_conflitti),
        ]
    )
    contratto.attestato_il = autore.oggi if tipo is TipoContratto.CONTRATTO else None
    contratto.autorizzazione = autorizzazione_a(contratto, autore.oggi)[0].value
    contratto.documento = _documento(autore, adesso, contratto)
    contratto.save(
        update_fields=["documento", "protocollo", "autorizzazione", "attestato_il", "versione"]
    )
    annota(
        autore=autore, adesso=adesso, azione="emette incarico", oggetto=contratto,
        dati={"documento": contratto.documento.pk, "senza_conflitti": senza_conflitti},
    )  # fmt: skip
    accoda_stampa(autore, adesso, contratto, contratto.documento)
    avverti(contratto, CARTA, PRONTO, adesso)
    return contratto


def _documento(autore: Contesto, adesso: datetime, contratto: Contratto) -> Documento:
    documento, contratto.protocollo = prepara_carta(
        autore, adesso, contratto, oggetto=carta.oggetto_di(contratto),
        quale=(carta.TIPO, carta.MODELLO),
        parole=lambda emissione: carta.contesto_incarico(contratto, emissione),
    )  # fmt: skip
    return documento


def prepara_carta(
    autore: Contesto,
    adesso: datetime,
    contratto: Contratto,
    *,
    oggetto: str,
    quale: tuple[str, str],
    parole: Callable[[Emissione], carta.ContestoIncarico],
) -> tuple[Documento, Protocollo]:
    """A paper for who holds the assignment; ``quale`` is its kind and its template.

    Raises AttoRifiutato when nobody directs.
    """
    firmatario = chi_firma(autore)
    tipo, modello = quale
    protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto=oggetto, riservato=True,
        corrispondente=contratto.proposta.candidatura.persona.nome_e_cognome,
    )  # fmt: skip
    emissione = Emissione(autore.istituto, firmatario, autore.oggi, protocollo, nuovo_codice())
    contesto = parole(emissione)
    documento = prepara_documento(
        autore=autore, adesso=adesso, tipo=tipo, titolo=contesto.titolo, modello=modello,
        contesto=contesto.as_dict(), protocollo=protocollo,
        firmato_da=firmatario.nome_e_cognome, codice_verifica=emissione.codice, riservato=True,
    )  # fmt: skip
    return documento, protocollo


@transaction.atomic
def annulla_incarico(
    *, autore: Contesto, adesso: datetime, contratto_id: int, versione: int, motivo: str
) -> None:
    """Take back what was issued and nobody signed, to write it again: who directs may.

    Raises Conflitto, AttoRifiutato for one that is signed or was not issued.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    if contratto.documento_id is None or contratto.firmato_il is not None:
        testo = "Si annulla un incarico emesso e non ancora firmato."
        raise rifiuta("non_si_annulla", testo, DELIBERA)
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi perché si annulla.", "L. 241/1990, art. 3", "motivo")
    annota(
        autore=autore, adesso=adesso, azione="annulla incarico emesso", oggetto=contratto.proposta,
        dati={"motivo": motivo.strip()},
    )  # fmt: skip
    togli_non_firmato(autore, adesso, contratto, motivo.strip())


@transaction.atomic
def chiedi_stampa_incarico(
    *, autore: Contesto, adesso: datetime, contratto: Contratto
) -> Lavoro | None:
    """Ask again for the prints that are missing; None where there are none."""
    lavoro = None
    for documento in da_stampare(contratto):
        annota(
            autore=autore, adesso=adesso, azione="chiede la stampa dell’incarico",
            oggetto=contratto, dati={"documento": documento.pk},
        )  # fmt: skip
        lavoro = accoda_stampa(autore, adesso, contratto, documento)
    return lavoro


def accoda_stampa(
    autore: Contesto, adesso: datetime, contratto: Contratto, documento: Documento
) -> Lavoro:
    """Ask for the print of a paper of an assignment."""
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo="Stampa di un incarico",
        totale=1,
        indirizzo=reverse("selezioni:incarico", args=[autore.istituto.slug, contratto.pk]),
    )
