"""The room read from the tables, with a fixed number of queries."""

from datetime import datetime, timedelta

from django.utils import timezone

from organi_collegiali.models import Seduta
from organi_collegiali.queries.aula import appello, ordine
from organi_collegiali.queries.aula.aggiornamento import protrazione
from organi_collegiali.queries.aula.linea import linea
from organi_collegiali.queries.aula.sala import Aula
from organi_collegiali.queries.aula.verifiche import verifiche
from organi_collegiali.queries.aula.vista import in_vista
from organi_collegiali.queries.numeri import DELIBERE, prossimo_previsto, serie_di
from organi_collegiali.queries.organi.decadenze import assenze_di
from organi_collegiali.queries.presenze import Presenze
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.aula import presenze as rules


def aula(seduta: Seduta, adesso: datetime, *, punto_id: int | None = None) -> Aula:
    """The room of a sitting at an instant, with an item on the screen.

    The one asked for, else the one under discussion, else the next, else the last.
    """
    locale = timezone.localtime(adesso)
    giorno = locale.date()
    regola = regole(seduta.organo, giorno)
    chi = list(appello.convocati(seduta))
    mossi = list(appello.movimenti(seduta))
    presenti = Presenze(
        seduta,
        tuple(chi),
        tuple(rules.Movimento(m.convocato_id, m.quando, m.entra) for m in mossi),
    )
    righe = appello.righe(seduta, chi, mossi, assenze_di(seduta.organo, giorno - timedelta(days=1)))
    giudizio = presenti.giudizio(regola, adesso)
    punti = ordine.punti(seduta)
    scelto = _scelto(punti, punto_id)
    gradini = presenti.andamento()
    tenuta = seduta.aperta_il is not None
    return Aula(
        seduta=seduta,
        adesso=locale,
        regole=regola,
        presenze=presenti,
        movimenti=tuple(mossi),
        righe=tuple(righe),
        giudizio=giudizio,
        punti=tuple(punti),
        in_vista=in_vista(scelto, presenti, regola, adesso) if scelto else None,
        sospesa=seduta.sospensioni.filter(al__isnull=True).first(),
        prossima_delibera=prossimo_previsto(
            seduta.organo, DELIBERE, serie_di(seduta.organo, DELIBERE, giorno, regola)
        ),
        verifiche=verifiche(seduta) if tenuta else (),
        linea=linea(gradini, legale=giudizio.numero_legale, al=adesso) if tenuta else None,
        cadute=rules.cadute(gradini, giudizio.numero_legale) if tenuta else (),
        protrazione=protrazione(seduta, regola, adesso),
    )


def _scelto(punti: list[ordine.RigaPunto], punto_id: int | None) -> ordine.RigaPunto | None:
    prove = (
        lambda riga: riga.punto.pk == punto_id,
        lambda riga: riga.in_discussione,
        lambda riga: not riga.punto.esito,
    )
    for prova in prove:
        if trovata := next((riga for riga in punti if prova(riga)), None):
            return trovata
    return punti[-1] if punti else None
