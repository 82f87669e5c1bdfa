"""What a sitting has against a rule or against itself is written beside it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from cpia.norme.queries import calendario
from organi_collegiali.enums import (
    EsitoPunto,
    GenereVotazione,
    NaturaPunto,
    OriginePunto,
    Presenza,
)
from organi_collegiali.models import Anomalia, Punto, Verbale
from organi_collegiali.queries.regole import regole
from organi_collegiali.queries.verbali.materia import Materia, materia
from organi_collegiali.rules import anomalie as rules


@transaction.atomic
def segna_anomalie(verbale: Verbale) -> int:
    """Look for the anomalies of a sitting and keep them instead of those kept before; how many."""
    di_che_cosa = materia(verbale)
    seduta = di_che_cosa.seduta
    punti = {punto.ordine: punto for punto in di_che_cosa.punti}
    trovate = rules.trova(_letta(di_che_cosa), _fonti(di_che_cosa))
    Anomalia.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta).delete()
    Anomalia.objects.bulk_create(
        Anomalia(
            istituto_id=seduta.istituto_id,
            seduta=seduta,
            punto=punti.get(trovata.punto),
            codice=trovata.codice,
            testo=trovata.testo,
            fonte=trovata.fonte[:300],
            altra_fonte=trovata.altra_fonte[:300],
        )
        for trovata in trovate
    )
    return len(trovate)


def _letta(di_che_cosa: Materia) -> rules.SedutaLetta:
    seduta = di_che_cosa.seduta
    ordini = {punto.pk: punto.ordine for punto in di_che_cosa.punti}
    assenti = (Presenza.ASSENTE_GIUSTIFICATO, Presenza.ASSENTE_INGIUSTIFICATO)
    return rules.SedutaLetta(
        numero=seduta.numero or 0,
        giorno=timezone.localdate(seduta.aperta_il),
        in_carica=seduta.in_carica or 0,
        assenti=sum(c.presenza in assenti for c in di_che_cosa.con_voto),
        appello=not seduta.storica,
        convocazione=di_che_cosa.avviso is not None,
        punti=tuple(_punto(punto) for punto in di_che_cosa.punti),
        delibere=tuple(
            rules.DeliberaLetta(
                punto=punto.ordine,
                numero=delibera.numero,
                come=delibera.come,
                con_cifre=bool(delibera.votazione_id) or any(map(str.isdigit, delibera.come)),
                premesse=tuple(riga["testo"] for riga in delibera.premesse),
                testo=delibera.testo,
            )
            for punto in di_che_cosa.punti
            for delibera in punto.delibere.all()
        ),
        allegati=tuple(
            rules.AllegatoLetto(a.numero, ordini.get(a.punto_id or 0, 0), a.testo)
            for a in di_che_cosa.allegati
        ),
    )


def _punto(punto: Punto) -> rules.PuntoLetto:
    return rules.PuntoLetto(
        ordine=punto.ordine,
        titolo=punto.titolo_pubblico if punto.su_persone else punto.titolo,
        natura=NaturaPunto(punto.natura),
        origine=OriginePunto(punto.origine),
        esito=EsitoPunto(punto.esito) if punto.esito else None,
        ammesso=punto.esito == EsitoPunto.NON_AMMESSO
        or any(
            v.genere == GenereVotazione.AMMISSIONE and v.approvata for v in punto.votazioni.all()
        ),
    )


def _fonti(di_che_cosa: Materia) -> rules.Fonti:
    seduta = di_che_cosa.seduta
    giorno = timezone.localdate(seduta.aperta_il)
    regola = regole(seduta.organo, giorno)
    dei_giorni = calendario(seduta.istituto_id, giorno)
    aggiunta, quota = regola.aggiunta

    def pausa(altro: date) -> str:
        trovata = dei_giorni.pausa(altro)
        return trovata.motivo if trovata else ""

    return rules.Fonti(
        quorum=regola.quorum(seduta.platea),
        minimo=regola.quorum_minimo,
        aggiunta=aggiunta,
        quota=quota,
        preavviso=regola.valore(f"preavviso.{seduta.tipo}", str),
        pausa=pausa,
    )
