"""How long what was written about the bonus is kept.

Criteria, decree and amounts are acts of the school; what somebody declared, and what was said of
it, serves until nobody can appeal any more.
"""

from cpia.scuola.conservazione import ARCHIVIO, MASSIMARIO, Poi, con, per_mesi, per_sempre

ATTI = per_sempre(f"{ARCHIVIO}; {MASSIMARIO}: atti del personale e della contrattazione")
# Wages may be claimed for five years (art. 2948 c.c.); one more for a claim begun on the last day.
# Where nothing was decreed the term runs from the day on which it was sure that nothing would be.
DAL = "decreto di assegnazione o, senza decreto, annullamento o chiusura delle richieste"
RACCONTO = per_mesi(72, DAL, Poi.SI_SVUOTA)

TERMINI = {
    "bonus_merito.Criteri": ATTI,
    "bonus_merito.AreaDeiCriteri": con("bonus_merito.Criteri"),
    "bonus_merito.Criterio": con("bonus_merito.Criteri"),
    "bonus_merito.Indicatore": con("bonus_merito.Criteri"),
    "bonus_merito.Fondo": ATTI,
    "bonus_merito.Procedura": ATTI,
    "bonus_merito.Requisiti": RACCONTO,
    "bonus_merito.Richiesta": RACCONTO,
    "bonus_merito.Attivita": con("bonus_merito.Richiesta"),
    "bonus_merito.Prova": con("bonus_merito.Richiesta"),
    "bonus_merito.Valutazione": con("bonus_merito.Richiesta"),
    "bonus_merito.Parita": con("bonus_merito.Procedura"),
    "bonus_merito.Assegnazione": con("bonus_merito.Procedura"),
    "bonus_merito.Istanza": RACCONTO,
}
