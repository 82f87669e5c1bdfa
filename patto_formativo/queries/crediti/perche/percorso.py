"""Why the path has so many hours, and what is left of them: welcome, plan, limits."""

from fractions import Fraction

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import con_maiuscola
from patto_formativo.queries.accoglienza import accoglienza_di
from patto_formativo.queries.crediti.conto import ContoCrediti
from patto_formativo.queries.crediti.perche.comuni import Spiegazione
from patto_formativo.rules.crediti.spiegazione import perche_psp
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore


def del_percorso(conto: ContoCrediti) -> Spiegazione:
    """The hours of the path: those added, the sum of the table, what another source says."""
    regole, in_piu = conto.regole, Fraction(conto.corsista.ore_in_piu)
    somma = sum(conto.ore.values(), NULLA)
    contrasto = f" Altra fonte: {regole.in_contrasto_con}." if regole.in_contrasto_con else ""
    testo = f"Il percorso ha {in_ore(Fraction(regole.ore))}.{contrasto}"
    numeri = [("ore del percorso", in_cifre(Fraction(regole.ore)))]
    if in_piu:
        numeri.append((f"in più: {conto.corsista.motivo_ore_in_piu}", in_cifre(in_piu)))
    numeri.append(("somma del quadro orario del CPIA, per competenza", in_cifre(somma)))
    conti = f"{regole.ore} + {in_cifre(in_piu)} = {in_cifre(conto.ore_totali)}" if in_piu else ""
    return Spiegazione(
        titolo=f"Perché {in_ore(conto.ore_totali)}?",
        risposta=f"{conto.percorso.etichetta}: {in_ore(conto.ore_totali)}.",
        numeri=tuple(numeri),
        conto=(conti,) if conti else (),
        regole=(Motivo("ore_del_percorso", regole.fonte, testo),),
    )


def dell_accoglienza(conto: ContoCrediti) -> Spiegazione:
    """The hours of the welcome that are taken off the path."""
    accoglienza = accoglienza_di(conto.corsista)
    return Spiegazione(
        titolo=f"Perché {in_cifre(conto.accoglienza)} di accoglienza?",
        risposta=(
            f"L’accoglienza è già percorso: {in_ore(conto.accoglienza)} si tolgono da quelle che "
            "restano da fare."
        ),
        numeri=tuple(
            (con_maiuscola(tappa.prevista.fase.etichetta), in_cifre(tappa.ore))
            for tappa in accoglienza.tappe
        ),
        conto=(
            f"svolte {in_cifre(accoglienza.ore)}, al più {conto.regole.accoglienza}",
            f"contate {in_cifre(conto.accoglienza)}",
        ),
        regole=accoglienza.perche,
    )


def del_psp(conto: ContoCrediti) -> Spiegazione:
    """What is left to do: path − welcome − credits."""
    motivo = perche_psp(conto.riconoscimento, conto.ore_totali, conto.accoglienza, conto.regole)
    return Spiegazione(
        titolo=f"Perché {in_ore(conto.psp)} da fare?",
        risposta="Sono le ore del piano di studio personalizzato.",
        conto=(
            f"{in_cifre(conto.ore_totali)} − {in_cifre(conto.accoglienza)} − "
            f"{in_cifre(conto.riconoscimento.ore)} = {in_cifre(conto.psp)}",
        ),
        regole=(motivo,),
    )


def della_frequenza(conto: ContoCrediti) -> Spiegazione:
    """The least hours to attend."""
    parte = in_cifre(100 * conto.soglia.valore)
    testo = f"Si frequenta almeno il {parte} % delle ore del patto.{conto.soglia.altra_fonte}"
    return Spiegazione(
        titolo=f"Perché {in_ore(conto.frequenza_minima)}?",
        risposta="Sotto queste ore il percorso non è valido, salvo deroga motivata.",
        conto=(f"{parte} % di {in_cifre(conto.psp)} = {in_cifre(conto.frequenza_minima)}",),
        regole=(Motivo("frequenza", conto.soglia.fonte, testo),),
    )


def della_distanza(conto: ContoCrediti) -> Spiegazione:
    """The most hours that may be followed from home."""
    parte = in_cifre(100 * conto.distanza.valore)
    testo = f"A distanza si segue al più il {parte} % delle ore del patto."
    testo += conto.distanza.altra_fonte
    return Spiegazione(
        titolo=f"Perché {in_ore(conto.a_distanza)}?",
        risposta="Sono le ore che si possono seguire a distanza, al massimo.",
        conto=(f"{parte} % di {in_cifre(conto.psp)} = {in_cifre(conto.a_distanza)}",),
        regole=(Motivo("distanza", conto.distanza.fonte, testo),),
    )
