"""What the demo is made of, school by school, in the order of the days on which it happened.

Protocol, albo and registers are numbered as the acts come: what happened first is made first.
"""

import random
from collections.abc import Callable

from competenze.services.quadri import carica_quadro, quadri_spediti
from cpia.portale.dimostrazione import (
    albo,
    altre_scuole,
    anno,
    bonus_richieste,
    bonus_scuola,
    bonus_valutazioni,
    circolari,
    incarichi,
    organi,
    organi_aula,
    organi_convocazione,
    organi_delibere,
    organi_giunta,
    organi_invio,
    organi_urna,
    organi_verbali,
    organi_verbali_firmati,
    organi_voto,
    patto_accoglienza,
    patto_condivisi,
    patto_dossier,
    patto_frequenza,
    patto_iscrizioni,
    patto_patti,
    patto_scuola,
    regolamenti,
    selezioni,
    selezioni_giorni,
)
from cpia.portale.dimostrazione.avvio import Argomento
from cpia.portale.dimostrazione.rilevazione import avvia
from cpia.portale.dimostrazione.scuola import Scuola, costruisci, ritrova
from cpia.scuola.models import Istituto

SEME = 417
ANTONIETTI, PINOCCHIO = "iis-antonietti", "ic-pinocchio-montesicuro"
PORTO_VENERE, NAPOLI, CALTANISSETTA = (
    "ic-porto-venere", "cpia-napoli-provincia-2", "cpia-caltanissetta-enna",
)  # fmt: skip
A = Argomento


def _scuola(istituto: Istituto) -> None:
    """The school of the plan with its campaign: one lot draws both."""
    caso = random.Random(SEME)  # noqa: S311 -- the same school on every machine
    for dati in quadri_spediti():
        carica_quadro(dati)
    scuola = costruisci(istituto, caso)
    albo.popola_prima(scuola)
    avvia(scuola, caso)


def _della(popola: Callable[[Scuola], None]) -> Callable[[Istituto], None]:
    return lambda istituto: popola(ritrova(istituto))


ARGOMENTI = (
    A(ANTONIETTI, "scuola", _scuola),
    A(ANTONIETTI, "anno", _della(anno.popola)),
    A(ANTONIETTI, "circolari", _della(circolari.popola)),
    A(ANTONIETTI, "regolamenti", regolamenti.popola),
    A(ANTONIETTI, "incarichi", incarichi.popola),
    A(ANTONIETTI, "albo", _della(albo.popola)),
    A(ANTONIETTI, "organi", organi.popola),
    A(ANTONIETTI, "delibere", organi_delibere.popola),
    A(ANTONIETTI, "convocate", organi_invio.popola_collegio),
    A(ANTONIETTI, "giunta", organi_giunta.popola),
    A(PINOCCHIO, "scuola", altre_scuole.popola),
    A(PINOCCHIO, "anno", anno.popola_comprensivo),
    A(PINOCCHIO, "organi", organi.popola),
    A(PINOCCHIO, "delibere", organi_delibere.popola),
    A(PINOCCHIO, "infanzia: iscrizioni", selezioni_giorni.popola_inverno),
    A(PINOCCHIO, "verbali firmati", organi_verbali_firmati.popola),
    A(PINOCCHIO, "selezioni: aprile", selezioni_giorni.popola_aprile),
    A(PINOCCHIO, "verbali", organi_verbali.popola),
    A(PINOCCHIO, "selezioni: domande", selezioni_giorni.popola_domande),
    A(PINOCCHIO, "albo", albo.popola_altra),
    A(PINOCCHIO, "selezioni", selezioni.popola),
    A(PINOCCHIO, "selezioni: maggio", selezioni_giorni.popola_maggio),
    A(PINOCCHIO, "albo: fine maggio", albo.popola_altra_di_nuovo),
    A(PINOCCHIO, "selezioni: avviso aperto", selezioni.popola_aperto),
    A(PINOCCHIO, "circolari", circolari.popola_altra),
    A(PINOCCHIO, "regolamenti", regolamenti.popola_altra),
    A(PINOCCHIO, "incarichi", incarichi.popola_altra),
    A(PINOCCHIO, "selezioni: giugno", selezioni_giorni.popola_giugno),
    A(PINOCCHIO, "delibere all’albo", organi_delibere.popola_albo),
    A(PINOCCHIO, "bozze", organi_convocazione.popola),
    A(PINOCCHIO, "aula", organi_aula.popola),
    A(PINOCCHIO, "voto", organi_voto.popola),
    A(PINOCCHIO, "convocate", organi_invio.popola_consiglio),
    A(PORTO_VENERE, "scuola", altre_scuole.popola),
    A(PORTO_VENERE, "organi", organi.popola),
    A(NAPOLI, "scuola", altre_scuole.popola),
    A(NAPOLI, "organi", organi.popola),
    A(NAPOLI, "delibere", organi_delibere.popola),
    A(NAPOLI, "urna", organi_urna.popola),
    A(NAPOLI, "patto: scuola", patto_scuola.popola),
    A(NAPOLI, "patto: iscrizioni", patto_iscrizioni.popola),
    A(NAPOLI, "patto: accoglienza", patto_accoglienza.popola),
    A(NAPOLI, "patto: dossier", patto_dossier.popola),
    A(NAPOLI, "patto: patti", patto_patti.popola),
    A(NAPOLI, "patto: frequenza", patto_frequenza.popola),
    A(NAPOLI, "patto: condivisi", patto_condivisi.popola),
    A(CALTANISSETTA, "scuola", altre_scuole.popola),
    A(CALTANISSETTA, "organi", organi.popola),
    A(CALTANISSETTA, "bonus: scuola", bonus_scuola.popola),
    A(CALTANISSETTA, "bonus: richieste", bonus_richieste.popola),
    A(CALTANISSETTA, "bonus: valutazioni", bonus_valutazioni.popola),
)
