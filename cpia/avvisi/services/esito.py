"""What becomes of a notice that was tried: closed, tried again later, given up."""

from datetime import datetime, timedelta

from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria

SI_RINUNCIA_DOPO = timedelta(days=3)
ATTESA_MASSIMA = timedelta(hours=1)
SI_RIPROVA_DOPO = timedelta(minutes=1)


def chiudi(promemoria: Promemoria, stato: str, adesso: datetime, esito: str) -> None:
    """It has left, or is not to leave."""
    promemoria.stato, promemoria.inviato_il, promemoria.esito = stato, adesso, esito
    promemoria.tentativi += 1
    _dimentica(promemoria)
    promemoria.save(update_fields=["stato", "inviato_il", "esito", "tentativi", "testo"])


def _dimentica(promemoria: Promemoria) -> None:
    """Of who is no person of the school the words are not kept once they are of no more use."""
    if promemoria.destinatario is None:
        promemoria.testo = ""


def ritenta(promemoria: Promemoria, adesso: datetime, errore: str) -> None:
    """Later, each time after twice as long up to an hour; after three days it has failed."""
    promemoria.tentativi += 1
    attesa = min(timedelta(minutes=2 ** min(promemoria.tentativi, 8)), ATTESA_MASSIMA)
    _aspetta(promemoria, adesso, attesa, errore)


def rimanda(promemoria: Promemoria, adesso: datetime) -> None:
    """Not tried, since the mail is silent: soon again, and before what was tried in vain."""
    _aspetta(promemoria, adesso, SI_RIPROVA_DOPO, "posta ferma")


def _aspetta(promemoria: Promemoria, adesso: datetime, attesa: timedelta, esito: str) -> None:
    promemoria.prossimo_tentativo_il, promemoria.esito = adesso + attesa, esito
    if adesso - promemoria.dovuto_il > SI_RINUNCIA_DOPO:
        promemoria.stato = StatoPromemoria.NON_RIUSCITO
        _dimentica(promemoria)
    promemoria.save(update_fields=["tentativi", "esito", "prossimo_tentativo_il", "stato", "testo"])
