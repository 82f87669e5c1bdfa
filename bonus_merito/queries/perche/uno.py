"""Points, percentage and band of one person."""

from fractions import Fraction

from bonus_merito.enums import Area
from bonus_merito.models import Attivita
from bonus_merito.queries.perche.parti import Spiegazione, di_uno
from bonus_merito.queries.righe import QuadroDiProcedura, Riga
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.percentuale import nell_area
from bonus_merito.rules.spiegazione import perche_fascia, perche_percentuale
from cpia.norme.rules.motivi import Motivo


def area(quadro: QuadroDiProcedura, riga: Riga, area: Area) -> Spiegazione:
    """The points of an area: its activities, their sum, its cap."""
    peso, somma = quadro.regole.pesi[area], riga.punti[area]
    conta = nell_area(riga.docente.punteggio, area, quadro.regole.pesi)
    addendi = [in_cifre(Fraction(una.punti or 0)) for una in riga.confermate(area)]
    testo = f"L’area {area.value} dà {in_cifre(conta)} dei {peso.valore} punti che può dare."
    if somma > conta:
        testo += f" La somma è {in_cifre(somma)}: oltre il peso dell’area non conta."
    return Spiegazione(
        titolo=f"Perché {in_cifre(conta)} nell’area {area.value}?",
        risposta=testo,
        numeri=[_detta(una) for una in riga.attivita if una.criterio.area.area == area.value],
        conto=[f"{' + '.join(addendi) or '0'} = {in_cifre(somma)}",
               f"al più {peso.valore}: {in_cifre(conta)}"],
        regole=[Motivo("area", peso.fonte,
                       f"L’area {area.value} conta al più il {peso.valore} per cento.")],
        riga=riga,
        area=area,
    )  # fmt: skip


def _detta(una: Attivita) -> tuple[str, str]:
    nome = f"{una.criterio.codice}, {una.titolo}"
    if una.confermata is None:
        return nome, "da giudicare"
    if not una.confermata:
        return nome, f"non confermata: {una.motivo}"
    return f"{nome}, livello {una.livello}", in_cifre(Fraction(una.punti or 0))


def percentuale(quadro: QuadroDiProcedura, riga: Riga) -> Spiegazione | None:
    """How the areas make the percentage."""
    if riga.esito is None:
        return None
    motivo = di_uno(perche_percentuale(riga.esito, quadro.regole), riga)
    pesi, punteggio = quadro.regole.pesi, riga.docente.punteggio
    numeri = [
        (f"Area {area.value}, su {peso.valore}", in_cifre(nell_area(punteggio, area, pesi)))
        for area, peso in pesi.items()
    ]
    if punteggio.aggiuntiva:
        numeri.append(("Aggiuntiva", in_cifre(punteggio.aggiuntiva)))
    quota = in_cifre(riga.esito.percentuale)
    risposta = f"La percentuale è {quota}: la somma delle aree, ognuna fino al suo peso."
    return Spiegazione(f"Perché {quota} per cento?", risposta, [motivo], numeri, riga=riga)


def aggiuntiva(quadro: QuadroDiProcedura, riga: Riga) -> Spiegazione | None:
    """The additional percentage, with the words of the dirigente."""
    valutazione = riga.valutazione
    if valutazione is None or not valutazione.aggiuntiva:
        return None
    quanto = in_cifre(Fraction(valutazione.aggiuntiva))
    testo = "Per compiti svolti e mai formalizzati il dirigente può aggiungere, con un motivo."
    return Spiegazione(
        f"Perché {quanto} in più?", f"«{valutazione.motivo_aggiuntiva}»",
        [Motivo("aggiuntiva", quadro.regole.aggiuntiva.fonte, testo)], riga=riga,
    )  # fmt: skip


def fascia(quadro: QuadroDiProcedura, riga: Riga) -> Spiegazione | None:
    """How the band is read."""
    if riga.esito is None:
        return None
    motivo = di_uno(perche_fascia(riga.esito, quadro.regole), riga)
    quale = riga.esito.fascia
    detta = f"Fascia {quadro.regole.fasce.intervallo(quale)}." if quale else "Nessuna fascia."
    quota = in_cifre(riga.esito.percentuale)
    return Spiegazione("Perché questa fascia?", detta, [motivo], [("Percentuale", quota)],
                       riga=riga)  # fmt: skip
