"""Known parameters of the individual agreement of who studies in a CPIA.

Where no source gives a number the value is a stated default that the school may change.
"""

from typing import Final

from cpia.norme.enums import Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave

MODELLO: Final = "sul modello del CPIA Napoli Provincia 2"
SILENZIO: Final = "prassi d’istituto: nessuna fonte lo dice"
MESI_MASSIMI: Final = 24
ORE_MASSIME: Final = 50

FREQUENZA: Final = (
    Chiave(
        "patto.soglia", TipoParametro.FRAZIONE,
        "Parte dell’orario personalizzato da frequentare perché il percorso sia valido", "7/10",
        f"prassi d’istituto, {MODELLO}: Regolamento d’istituto, capo III, e Linee guida, fase 4",
        in_contrasto_con="un altro CPIA dichiara il 75 per cento.",
    ),
    Chiave(
        "patto.distanza", TipoParametro.FRAZIONE,
        "Parte del piano che si può seguire a distanza", "1/5",
        "D.P.R. 263/2012, art. 4 c. 9", Origine.LEGGE,
    ),
    Chiave(
        "patto.rischio", TipoParametro.FRAZIONE,
        "Parte delle ore dovute finora sotto la quale la frequenza è a rischio", "3/4", SILENZIO,
    ),
    Chiave(
        "patto.mesi_silenzio", TipoParametro.INTERO,
        "Mesi di assenza senza notizie dopo i quali si avvisa chi è adulto", "2",
        f"prassi d’istituto, {MODELLO}: Regolamento d’istituto, capo III, art. 8",
        minimo=1, massimo=MESI_MASSIMI,
    ),
    Chiave(
        "patto.attesa_avviso", TipoParametro.INTERO,
        "Giorni da aspettare fra l’avviso e il ritiro d’ufficio", "15",
        "prassi d’istituto: il regolamento vuole la comunicazione e non dice quanto aspettare",
        minimo=1,
    ),
    Chiave(
        "patto.verifica_entro", TipoParametro.INTERO,
        "Giorni entro cui il docente verifica le ore a distanza", "15", SILENZIO, minimo=1,
    ),
)  # fmt: skip

ISCRIZIONE: Final = (
    Chiave(
        "patto.domanda_entro", TipoParametro.INTERO,
        "Giorni entro cui l’ufficio guarda una domanda di iscrizione", "10", SILENZIO, minimo=1,
    ),
    Chiave(
        "patto.termine_permesso", TipoParametro.INTERO,
        "Giorni per portare il permesso di soggiorno che manca o che è scaduto", "30",
        "prassi d’istituto: nessuna fonte dà un termine per portare il permesso", minimo=1,
    ),
    Chiave(
        "patto.preavviso_permesso", TipoParametro.INTERO,
        "Giorni prima della scadenza in cui si avvisa chi ha il permesso di soggiorno", "60",
        "prassi d’istituto: nessuna fonte dice quanti giorni prima si avvisa", minimo=1,
    ),
    Chiave(
        "patto.ricontrollo_ricevuta", TipoParametro.INTERO,
        "Giorni dopo i quali si chiede di nuovo a chi ha mostrato una ricevuta senza scadenza",
        "60",
        "prassi d’istituto, da verificare: nessuna fonte dice per quanto vale una ricevuta di "
        "rinnovo o di protezione senza scadenza", minimo=1,
    ),
)  # fmt: skip

CREDITI: Final = (
    Chiave(
        "patto.tetto_crediti", TipoParametro.FRAZIONE,
        "Parte delle ore che si può riconoscere come credito, di norma al più", "1/2",
        f"prassi d’istituto, {MODELLO}: Regolamento della commissione, art. 11; per le ore di ogni "
        "percorso valgono le cifre delle Linee guida, fase 4",
    ),
    Chiave(
        "patto.tetto_crediti_secondo_livello", TipoParametro.FRAZIONE,
        "La stessa parte nel primo periodo del secondo livello, con molte evidenze documentate. "
        "Quei patti sono della scuola superiore: il portale la mostra e non la applica",
        "3/4", f"prassi d’istituto, {MODELLO}: Regolamento della commissione, art. 11",
    ),
    Chiave(
        "patto.ore_di_credito", TipoParametro.DECIMALE,
        "Ore che vale un credito delle attività non formali e informali", "1",
        "prassi d’istituto, da verificare: le Linee guida non dicono quante ore vale un credito",
        minimo=0, massimo=ORE_MASSIME,
    ),
)  # fmt: skip

TEMPI: Final = (
    Chiave(
        "patto.prossimo_incontro_entro", TipoParametro.INTERO,
        "Giorni entro cui il tutor tiene il primo incontro", "15", SILENZIO, minimo=1,
    ),
    Chiave(
        "patto.dossier_entro", TipoParametro.INTERO,
        "Giorni dalla richiesta entro cui si chiude il dossier", "45", SILENZIO, minimo=1,
    ),
    Chiave(
        "patto.sezione_entro", TipoParametro.INTERO,
        "Giorni dalla proposta entro cui si riunisce la sezione che approva i patti", "15",
        "prassi d’istituto: la sezione si convoca «ogniqualvolta se ne ravvisi la necessità»",
        minimo=1,
    ),
    Chiave(
        "patto.patto_entro", TipoParametro.GIORNO_MESE,
        "Giorno entro cui si firma il patto", "15/11",
        "Ministero dell’istruzione, nota sulle iscrizioni degli adulti (da verificare nel testo)",
        Origine.LEGGE,
    ),
    Chiave(
        "patto.firma_entro", TipoParametro.INTERO,
        "Giorni per firmare un patto approvato, quando quel giorno è passato", "15", SILENZIO,
        minimo=1,
    ),
    Chiave(
        "patto.anticipi_promemoria", TipoParametro.ELENCO,
        "Giorni prima del termine in cui parte un promemoria", "7, 1",
        "prassi d’istituto: nessuna norma lo regola", minimo=0,
    ),
)  # fmt: skip

COMMISSIONE: Final = (
    Chiave(
        "patto.plenaria_inizio", TipoParametro.GIORNO_MESE,
        "Giorno entro cui la Commissione si riunisce in plenaria all’inizio dell’anno", "31/10",
        f"prassi d’istituto, {MODELLO}: Regolamento della commissione, art. 4, «all’inizio»",
    ),
    Chiave(
        "patto.plenaria_fine", TipoParametro.GIORNO_MESE,
        "Giorno entro cui la Commissione si riunisce in plenaria alla fine dell’anno", "30/06",
        f"prassi d’istituto, {MODELLO}: Regolamento della commissione, art. 4, «al termine»",
    ),
    Chiave(
        "patto.elenco_entro", TipoParametro.GIORNO_MESE,
        "Giorno entro cui si aggiorna ogni anno l’elenco della Commissione", "31/10",
        f"prassi d’istituto, {MODELLO}: Regolamento della commissione, art. 3, «almeno una "
        "volta l’anno»",
    ),
)  # fmt: skip

PATTO: Final = (*ISCRIZIONE, *TEMPI, *CREDITI, *FREQUENZA, *COMMISSIONE)
