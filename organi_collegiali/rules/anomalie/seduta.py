"""Anomalies of the sitting itself: agenda, admission of items, roll call, votes, notice."""

from collections.abc import Iterator

from cpia.scuola.parole import plurale
from organi_collegiali.enums import EsitoPunto, OriginePunto
from organi_collegiali.rules.anomalie.lettura import Fonti, PuntoLetto, SedutaLetta, Trovata
from organi_collegiali.rules.aula.quorum import giudica_presenze
from organi_collegiali.rules.voto.ordine_del_giorno import giudica_aggiunta


def della_seduta(seduta: SedutaLetta, fonti: Fonti) -> Iterator[Trovata]:
    """Those found in what was recorded."""
    yield from _convocazione(seduta, fonti)
    yield from _appello(seduta, fonti)
    yield from _ordine_del_giorno(seduta)
    yield from _fuori_ordine(seduta, fonti)
    yield from _senza_delibera(seduta)
    yield from _senza_cifre(seduta)


def _convocazione(seduta: SedutaLetta, fonti: Fonti) -> Iterator[Trovata]:
    if not seduta.convocazione:
        yield Trovata(
            "convocazione_non_agli_atti",
            "L’avviso di convocazione non è agli atti: non si può dire se il preavviso di "
            f"{fonti.preavviso.valore} è stato rispettato.",
            "Verbale: non cita l’avviso",
            fonti.preavviso.fonte,
        )


def _appello(seduta: SedutaLetta, fonti: Fonti) -> Iterator[Trovata]:
    if seduta.appello:
        return
    giudizio = giudica_presenze(
        seduta.in_carica, seduta.presenti, regola=fonti.quorum, minimo=fonti.minimo
    )
    esito = "il numero legale c’era" if giudizio.valida else "il numero legale mancava"
    yield Trovata(
        "appello_non_riportato",
        "Il verbale nomina gli assenti, non i presenti: tolti "
        f"{plurale(seduta.assenti, 'assente', 'assenti')} dai {seduta.in_carica} componenti ne "
        f"restano {seduta.presenti}, su {giudizio.numero_legale} che occorrono: {esito}, se tutti "
        "gli altri erano in aula.",
        f"Verbale: {plurale(seduta.assenti, 'assente', 'assenti')}, nessun appello",
        fonti.quorum.fonte,
    )


def _ordine_del_giorno(seduta: SedutaLetta) -> Iterator[Trovata]:
    convocati = [p for p in seduta.punti if p.origine is not OriginePunto.IN_SEDUTA]
    if len(convocati) < len(seduta.punti):
        yield Trovata(
            "punti_in_piu",
            f"L’ordine del giorno ha {plurale(len(convocati), 'punto', 'punti')}, il verbale ne "
            f"tratta {len(seduta.punti)}.",
            f"Ordine del giorno: {plurale(len(convocati), 'punto', 'punti')}",
            f"Verbale: {plurale(len(seduta.punti), 'punto', 'punti')}",
        )


def _fuori_ordine(seduta: SedutaLetta, fonti: Fonti) -> Iterator[Trovata]:
    giudizio = giudica_aggiunta(
        in_carica=seduta.in_carica,
        presenti=seduta.presenti,
        favorevoli=0,
        regola=fonti.aggiunta,
        quota=fonti.quota,
    )
    for punto in seduta.punti:
        if punto.origine is OriginePunto.IN_SEDUTA and not punto.ammesso:
            yield Trovata(
                "fuori_ordine_del_giorno",
                f"«{punto.titolo}» non è nell’ordine del giorno e il verbale non riporta il voto "
                f"che lo ammette: occorrevano {giudizio.necessari} voti favorevoli "
                f"({fonti.aggiunta.valore.etichetta}).",
                _dove(seduta, punto),
                fonti.aggiunta.fonte,
                punto.ordine,
            )


def _dove(seduta: SedutaLetta, punto: PuntoLetto) -> str:
    numeri = [f"delibera n. {d.numero}" for d in seduta.delibere if d.punto == punto.ordine]
    return ", ".join(["Verbale", f"punto {punto.ordine}", *numeri])


def _senza_delibera(seduta: SedutaLetta) -> Iterator[Trovata]:
    con_delibera = {delibera.punto for delibera in seduta.delibere}
    for punto in seduta.punti:
        trattato = punto.esito is EsitoPunto.TRATTATO and punto.natura.si_vota
        if trattato and punto.ordine not in con_delibera:
            yield Trovata(
                "deciso_senza_delibera",
                f"«{punto.titolo}» è da deliberare e risulta trattato senza votazione né numero di "
                "delibera.",
                f"Verbale, punto {punto.ordine}",
                "D.Lgs. 297/1994, art. 37 c. 3",
                punto.ordine,
            )


def _senza_cifre(seduta: SedutaLetta) -> Iterator[Trovata]:
    senza = [delibera for delibera in seduta.delibere if not delibera.con_cifre]
    if not senza:
        return
    numeri = ", ".join(str(delibera.numero) for delibera in senza)
    yield Trovata(
        "voti_senza_cifre",
        f"Delle delibere {numeri} si sa solo «{senza[0].come}»: non quanti hanno votato, né se "
        f"qualcuno si è astenuto. I presenti, per differenza, erano {seduta.presenti}.",
        f"Verbale, delibere n. {numeri}",
        "D.Lgs. 297/1994, art. 37 c. 3",
    )
