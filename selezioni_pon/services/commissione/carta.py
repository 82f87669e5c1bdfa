"""The acts on a commission: their words are frozen with the act itself, a worker prints them."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from django.db import transaction
from django.urls import reverse

from cpia.atti.enums import Verso
from cpia.atti.models import Documento, Protocollo
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.documents import nomina, sostituzione
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.models import Commissario, Commissione
from selezioni_pon.queries.commissione.lavori import membri
from selezioni_pon.queries.commissione.pagina import da_stampare
from selezioni_pon.services.commissione.albo import pubblica_se_si_pubblica
from selezioni_pon.services.commissione.blocco import blocca_commissione

STAMPA: Final = "selezioni_pon.stampa_nomina"
SENZA_DIRIGENTE: Final = "Oggi nessuno dirige l’istituto: manca chi firma la nomina."


class Contenuto(Protocol):
    """The frozen words of a paper."""

    @property
    def titolo(self) -> str:
        """What it is, naming nobody."""

    def as_dict(self) -> dict[str, object]:
        """As it is kept."""


@transaction.atomic
def chiedi_nomina(*, autore: Contesto, adesso: datetime, avviso_id: int) -> Commissione:
    """Freeze the act of nomination under its protocol number, ask for its print, publish it.

    The same one if it was made already. On the albo where the school publishes it. Raises
    AttoRifiutato when nobody directs the institute.
    """
    commissione = blocca_commissione(autore, avviso_id)
    if commissione.documento is None:
        tutti = membri(commissione)
        commissione.documento, commissione.protocollo = _prepara(
            autore, adesso, nomina.oggetto_di(commissione.avviso), (nomina.TIPO, nomina.MODELLO),
            lambda emissione: nomina.contesto_nomina(commissione, tutti, emissione),
        )  # fmt: skip
        commissione.save(update_fields=["documento", "protocollo"])
        annota(
            autore=autore, adesso=adesso, azione="prepara atto di nomina", oggetto=commissione,
            dati={"documento": commissione.documento.pk},
        )  # fmt: skip
        pubblica_se_si_pubblica(autore, adesso, commissione.documento)
    if not commissione.documento.impronta:
        _accoda(autore, adesso, commissione, commissione.documento)
    return commissione


def prepara_sostituzione(
    autore: Contesto, adesso: datetime, commissione: Commissione, entra: Commissario, atto: str
) -> Documento:
    """Freeze the act by which ``entra`` has taken a place, ask for its print, publish it.

    Raises AttoRifiutato when nobody directs the institute.
    """
    siedono = [uno for uno in membri(commissione) if uno.cessato_il is None]
    documento, protocollo = _prepara(
        autore, adesso, sostituzione.oggetto_sostituzione(commissione.avviso),
        (sostituzione.TIPO, sostituzione.MODELLO),
        lambda emissione: sostituzione.contesto_sostituzione(
            commissione, siedono, entra, atto, emissione
        ),
    )  # fmt: skip
    entra.documento, entra.protocollo = documento, protocollo
    entra.save(update_fields=["documento", "protocollo"])
    pubblica_se_si_pubblica(autore, adesso, documento)
    _accoda(autore, adesso, commissione, documento)
    return documento


@transaction.atomic
def chiedi_ristampa(
    *, autore: Contesto, adesso: datetime, commissione: Commissione
) -> Lavoro | None:
    """Ask again for the prints that are missing; None where there are none."""
    lavoro = None
    for documento in da_stampare(commissione):
        annota(
            autore=autore, adesso=adesso, azione="chiede la stampa della nomina",
            oggetto=commissione, dati={"documento": documento.pk},
        )  # fmt: skip
        lavoro = _accoda(autore, adesso, commissione, documento)
    return lavoro


def _prepara(
    autore: Contesto,
    adesso: datetime,
    oggetto: str,
    quale: tuple[str, str],
    parole: Callable[[Emissione], Contenuto],
) -> tuple[Documento, Protocollo]:
    """A paper under its number, signed by who directs; ``quale`` is its kind and its template."""
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", SENZA_DIRIGENTE)
    tipo, modello = quale
    protocollo = protocolla(autore=autore, adesso=adesso, oggetto=oggetto, verso=Verso.INTERNO)
    emissione = Emissione(autore.istituto, firmatario, autore.oggi, protocollo, nuovo_codice())
    contesto = parole(emissione)
    documento = prepara_documento(
        autore=autore, adesso=adesso, tipo=tipo, titolo=contesto.titolo, modello=modello,
        contesto=contesto.as_dict(), protocollo=protocollo,
        firmato_da=firmatario.nome_e_cognome, codice_verifica=emissione.codice,
    )  # fmt: skip
    return documento, protocollo


def _accoda(
    autore: Contesto, adesso: datetime, commissione: Commissione, documento: Documento
) -> Lavoro:
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo="Stampa di un atto della commissione",
        totale=1,
        indirizzo=reverse(
            "selezioni:commissione", args=[autore.istituto.slug, commissione.avviso_id]
        ),
    )
