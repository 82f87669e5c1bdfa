"""Known parameters of the selections: the call, who may apply, the commission.

Where no source gives a value it is a stated default that the school may change.
"""

from typing import Final

from cpia.norme.enums import Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave
from cpia.norme.rules.chiavi_funzioni import FUNZIONI
from cpia.norme.rules.chiavi_graduatorie import GRADUATORIE, MODELLO, PRASSI
from cpia.norme.rules.chiavi_infanzia import INFANZIA

COMPONENTI_MASSIMI: Final = 15

AVVISO: Final = (
    Chiave(
        "selezioni.ordine_avvisi", TipoParametro.SCELTA,
        "In quale ordine ci si rivolge al personale della scuola e agli altri", "in_fasi",
        "D.Lgs. 165/2001, art. 7 c. 6 lett. b", Origine.LEGGE,
        scelte={
            "in_fasi": "un avviso dopo l’altro: interni, altre scuole, esterni",
            "unico_con_precedenze": "un solo avviso, con le precedenze scritte",
        },
        in_contrasto_con="Ministero dell’istruzione, nota 107624/2022, sul PNRR: procedure "
        "comparative pubbliche aperte insieme a interni ed esterni.",
    ),
    Chiave(
        "selezioni.altre_scuole_prima", TipoParametro.BOOLEANO,
        "Prima degli esterni ci si rivolge al personale di altre scuole", "sì",
        "prassi d’istituto, da verificare: CCNL Scuola 29 novembre 2007, artt. 35 e 57, sulle "
        "collaborazioni plurime",
    ),
    Chiave(
        "selezioni.cittadinanza", TipoParametro.SCELTA,
        "Chi può candidarsi, fra chi non lavora nella scuola", "ue_ed_equiparati",
        "prassi d’istituto, da verificare: per analogia con il D.Lgs. 165/2001, art. 38 cc. 1 e "
        "3-bis, che riguarda i posti di lavoro nelle pubbliche amministrazioni",
        scelte={
            "ue": "chi ha la cittadinanza italiana o di uno Stato dell’Unione europea",
            "ue_ed_equiparati": "anche chi la legge mette sullo stesso piano",
            "tutti": "chiunque, di qualunque cittadinanza",
        },
    ),
    Chiave(
        "selezioni.avviso_interni", TipoParametro.INTERO,
        "Giorni per cui resta aperto un avviso al personale della scuola, almeno", "7", PRASSI,
        minimo=1,
    ),
    Chiave(
        "selezioni.avviso_altre_scuole", TipoParametro.INTERO,
        "Giorni per cui resta aperto un avviso alle altre scuole, almeno", "7", PRASSI,
        minimo=1, segue="selezioni.avviso_interni",
    ),
    Chiave(
        "selezioni.avviso_esterni", TipoParametro.INTERO,
        "Giorni per cui resta aperto un avviso agli esterni, almeno", "15", PRASSI, minimo=1,
    ),
    Chiave(
        "selezioni.anticipi_promemoria", TipoParametro.ELENCO,
        "Giorni prima del termine in cui parte un promemoria", "3", PRASSI, minimo=0,
    ),
)  # fmt: skip

COMMISSIONE: Final = (
    Chiave(
        "selezioni.commissione_minimo", TipoParametro.INTERO,
        "Componenti della commissione, almeno", "3",
        f"{PRASSI}; il regolamento dell’IC di Porto Venere, art. 4 c. 6, non dà un numero",
        minimo=1, massimo=COMPONENTI_MASSIMI,
    ),
    Chiave(
        "selezioni.commissione_dispari", TipoParametro.BOOLEANO,
        "I componenti della commissione sono in numero dispari", "sì", PRASSI,
    ),
    # The composition and the curricula are owed for public contracts only (D.Lgs. 36/2023,
    # art. 28 c. 2): here the names, so that who applied may object to a member.
    Chiave(
        "selezioni.commissione_pubblica", TipoParametro.BOOLEANO,
        "La nomina della commissione si pubblica all’albo, senza curricula", "sì",
        f"{PRASSI}: chi si candida sa chi valuta (L. 241/1990, artt. 1 e 6-bis); D.Lgs. 33/2013, "
        "art. 19, non lo impone",
    ),
    Chiave(
        "selezioni.conflitto", TipoParametro.SCELTA,
        "Che cosa fa il commissario in conflitto di interessi con un candidato", "sostituzione",
        "prassi d’istituto: L. 241/1990, art. 6-bis, vuole che si astenga, e le domande si "
        "confrontano fra loro",
        scelte={
            "sostituzione": "lascia la commissione a un altro",
            "astensione": "si astiene su quella domanda e valuta le altre",
        },
    ),
    Chiave(
        "selezioni.solo_progetti", TipoParametro.BOOLEANO,
        "I punti si danno soltanto ai progetti presentati, non ai titoli", "no",
        "prassi d’istituto, sul modello dell’IC Pinocchio Montesicuro: le griglie danno punti a "
        "titoli, esperienze e progetti",
    ),
    Chiave(
        "selezioni.unico_candidato_valutato", TipoParametro.BOOLEANO,
        "Anche un solo candidato è valutato", "sì", f"{MODELLO}, art. 4 c. 9",
    ),
    Chiave(
        "selezioni.contesa", TipoParametro.SCELTA,
        "Quando un voto sta in due fasce della griglia, quale vale", "piu_favorevole",
        "prassi d’istituto: nessuna fonte dice come si legge una griglia che si sovrappone",
        scelte={
            "piu_favorevole": "la fascia più favorevole al candidato",
            "meno_favorevole": "la fascia meno favorevole al candidato",
        },
    ),
)  # fmt: skip

SELEZIONI: Final = (*AVVISO, *COMMISSIONE, *GRADUATORIE, *FUNZIONI, *INFANZIA)
