"""When the digest of the day is due. Pure: days and hours are those of Italy."""

from datetime import date, datetime, timedelta

UN_GIORNO = timedelta(days=1)


def riepilogo_dovuto(ora: int, ultimo: date | None, adesso: datetime) -> bool:
    """Whether the digest of today is to be sent: its hour has come and it was not sent yet.

    ``ora`` is a whole hour of the day, 0-23; ``adesso`` is local. A digest that was missed at its
    hour is made up for until midnight, one of yesterday is not.
    """
    return adesso.hour >= ora and (ultimo is None or ultimo < adesso.date())


def ultimo_alla_scelta(ora: int, ultimo: date | None, adesso: datetime) -> date | None:
    """The day to count as the last one, for who passes to the digest at ``adesso``.

    Who chooses it after its hour has the first tomorrow, and not at once.
    """
    if adesso.hour >= ora:
        return adesso.date()
    return ultimo


def prossimo_riepilogo(ora: int, ultimo: date | None, adesso: datetime) -> date:
    """The day of the next digest: today while it is still to be sent, otherwise tomorrow."""
    oggi = adesso.date()
    if ultimo is not None and ultimo >= oggi:
        return oggi + UN_GIORNO
    return oggi
