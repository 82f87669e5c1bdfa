"""Why everybody is paid so much: one sentence a step, with the article that decides it."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from bonus_merito.enums import Area, Categoria, FasciaVuota, Metodo
from bonus_merito.rules.esclusioni import perche_escluso
from bonus_merito.rules.misure import a_testa, all_intero, in_cifre, in_euro
from bonus_merito.rules.parole import quanti_di
from bonus_merito.rules.percentuale import nell_area
from bonus_merito.rules.quadro import Esito, Quadro
from bonus_merito.rules.regole import RegoleBonus
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import elenco, plurale


def perche(quadro: Quadro, in_servizio: int, regole: RegoleBonus) -> Iterator[Motivo]:
    """The reasons of everybody in the order received, then those of the whole."""
    for esito in quadro.esiti:
        yield from perche_uno(esito, regole)
    yield perche_limiti(quadro, in_servizio, regole)
    if quadro.taglio.pari or quadro.idonei > quadro.limiti.massimo:
        yield perche_taglio(quadro, regole)
    if quadro.beneficiari:
        yield perche_riparto(quadro, regole)
        yield perche_centesimi(quadro, regole)
    if quadro.fascia_pagata_di_piu:
        yield perche_inferiore(quadro, quadro.fascia_pagata_di_piu, regole)


def perche_uno(esito: Esito, regole: RegoleBonus, sesso: str = "") -> Iterator[Motivo]:
    """How one percentage is reached, whether it counts, in which band it falls."""
    yield perche_percentuale(esito, regole)
    posizione = esito.docente.posizione
    yield perche_escluso(esito.docente.id, esito.escluso, posizione, regole.esclusioni, sesso)
    if esito.escluso is None:
        yield perche_fascia(esito, regole)


def perche_percentuale(esito: Esito, regole: RegoleBonus) -> Motivo:
    """The sum of the areas by their weight."""
    punteggio, pesi = esito.docente.punteggio, regole.pesi
    addendi = [
        f"{in_cifre(nell_area(punteggio, area, pesi))} ({area.value}: "
        f"{_parte(punteggio.aree[area], peso.valore)})"
        for area, peso in pesi.items()
    ]
    fonte = pesi[Area.A].fonte
    if punteggio.aggiuntiva:
        addendi.append(f"{in_cifre(punteggio.aggiuntiva)} in aggiunta")
        fonte = f"{fonte}; {regole.aggiuntiva.fonte}"
    testo = f"{esito.docente.id}: {' + '.join(addendi)} = {in_cifre(esito.percentuale)} per cento"
    somma = punteggio.aggiuntiva + sum(nell_area(punteggio, area, pesi) for area in pesi)
    if somma > esito.percentuale:
        testo += f", il massimo: la somma è {in_cifre(somma)}"
    return Motivo("percentuale", fonte, f"{testo}.")


def _parte(quota: Fraction, peso: int) -> str:
    """The part of an area, by its percent where this can be written down whole."""
    scritta = (quota * 100).denominator == 1
    return f"{in_cifre(quota)} per cento di {peso}" if scritta else f"al più {peso}"


def perche_fascia(esito: Esito, regole: RegoleBonus) -> Motivo:
    """How the band is read on the percentage."""
    fasce = regole.fasce
    come = fasce.arrotondamento.valore
    intera = all_intero(esito.percentuale, come)
    testo, fonte = (
        f"{esito.docente.id}: {in_cifre(esito.percentuale)} per cento",
        fasce.limiti.fonte,
    )
    if esito.percentuale != intera:
        testo += f" diventa {intera} ({come.etichetta})"
        fonte += f"; {fasce.arrotondamento.fonte}"
    if esito.fascia is None:
        testo += f", normale attività fino a {fasce.limiti.valore[0]}: nessuna fascia"
    else:
        testo += f", fascia {fasce.intervallo(esito.fascia)}"
    return Motivo("fascia", fonte, f"{testo}.{fasce.limiti.altra_fonte}")


def perche_limiti(
    quadro: Quadro,
    in_servizio: int,
    regole: RegoleBonus,
    categoria: Categoria = Categoria.DOCENTI,
) -> Motivo:
    """Fewest and most beneficiaries, and how many there are."""
    minimo, massimo = regole.minimo, regole.massimo
    pagati = len(quadro.beneficiari)
    testo = (
        f"Su {quanti_di(in_servizio, categoria)} di ruolo in servizio i beneficiari vanno "
        f"da {quadro.limiti.minimo} ({_quota(minimo.valore, in_servizio)}) a "
        f"{quadro.limiti.massimo} ({_quota(massimo.valore, in_servizio)}): sono {pagati}."
    )
    altra = f" Altra fonte: {minimo.in_contrasto_con}" if minimo.in_contrasto_con else ""
    fonte = minimo.fonte if minimo.fonte == massimo.fonte else f"{minimo.fonte}; {massimo.fonte}"
    return Motivo("limiti", fonte, testo + altra)


def perche_taglio(quadro: Quadro, regole: RegoleBonus) -> Motivo:
    """Who stays when more qualify than may be paid."""
    testo = f"Hanno una fascia in {quadro.idonei} e i beneficiari sono al più "
    testo += f"{quadro.limiti.massimo}: restano le percentuali più alte"
    if not quadro.taglio.pari:
        return Motivo("taglio", regole.massimo.fonte, f"{testo}.")
    pari = quadro.taglio.pari
    quota = next(e.percentuale for e in quadro.esiti if e.docente.id == pari[0])
    testo += (
        f", ma {elenco(pari)} sono pari a {in_cifre(quota)} per cento sul limite: decide il "
        "dirigente, con la sua ragione; fino ad allora non si calcola nessun importo"
    )
    return Motivo("parita", regole.massimo.fonte, f"{testo}.")


def perche_riparto(quadro: Quadro, regole: RegoleBonus) -> Motivo:
    """How the fund is divided."""
    riparto = regole.riparto
    metodo, quote_a_testa = riparto.metodo, quadro.a_testa
    fonte, altra = metodo.fonte, metodo.altra_fonte
    presenti = elenco(
        f"{len(quote)} nella fascia {regole.fasce.intervallo(fascia)}"
        for fascia, quote in quote_a_testa.items()
    )
    testo = f"{in_euro(quadro.fondo)}, {metodo.valore.etichetta}: {presenti}"
    vuote = regole.fasce.numero - len(quote_a_testa)
    if metodo.valore is Metodo.QUOTE_UGUALI and vuote:
        testo += f"; {_vuote(quadro.fondo, vuote, regole)}"
        fonte, altra = riparto.fascia_vuota.fonte, riparto.fascia_vuota.altra_fonte
    if metodo.valore is Metodo.PESO:
        pesi = elenco(
            f"{riparto.peso(fascia)} la {regole.fasce.intervallo(fascia)}"
            for fascia in range(1, regole.fasce.numero + 1)
        )
        testo += f"; a testa pesa {pesi}"
        fonte += f"; {riparto.pesi_fascia.fonte}"
    return Motivo("riparto", fonte, f"{testo}.{altra}")


def perche_centesimi(quadro: Quadro, regole: RegoleBonus) -> Motivo:
    """The sum to the cent, and where the odd cents went."""
    resti = quadro.riparto.resti
    avanzo = (
        f"{plurale(resti, 'centesimo che resta va', 'centesimi che restano vanno')} uno a testa "
        "ai resti maggiori, poi alla percentuale più alta, poi nell’ordine del decreto"
        if resti
        else "la divisione non lascia centesimi"
    )
    testo = f"Si paga {in_euro(quadro.riparto.totale)}, uguale al fondo: {avanzo}."
    return Motivo("centesimi", regole.riparto.metodo.fonte, testo)


def perche_inferiore(quadro: Quadro, coppia: tuple[int, int], regole: RegoleBonus) -> Motivo:
    """A lower band that is paid more: no error of the sum, the method does it."""
    bassa, alta = coppia
    in_basso, in_alto = quadro.pagati[bassa], quadro.pagati[alta]
    testo = (
        f"La fascia {regole.fasce.intervallo(bassa)} è pagata {a_testa(in_basso)} a testa, "
        f"la {regole.fasce.intervallo(alta)} {a_testa(in_alto)}: "
        f"{len(in_basso)} in basso, {len(in_alto)} in alto."
    )
    return Motivo("fascia_inferiore", regole.riparto.metodo.fonte, testo)


def _quota(parte: Fraction, intero: int) -> str:
    """``20 per cento di 47, 9,4 per eccesso``."""
    esatta = parte * intero
    eccesso = "" if esatta == ceil(esatta) else f": {in_cifre(esatta)}, per eccesso"
    return f"{in_cifre(100 * parte)} per cento{eccesso}"


def _vuote(fondo: int, vuote: int, regole: RegoleBonus) -> str:
    quante = plurale(vuote, "fascia è vuota", "fasce sono vuote")
    if regole.riparto.fascia_vuota.valore is FasciaVuota.ALLE_ALTRE:
        di_chi = "la sua" if vuote == 1 else "la loro"
        return f"{quante} e {di_chi} parte va {FasciaVuota.ALLE_ALTRE.etichetta}"
    parte = in_euro(round(Fraction(fondo * vuote, regole.fasce.numero)))
    return f"{quante}: {parte} vanno {FasciaVuota.A_TUTTI.etichetta}"
