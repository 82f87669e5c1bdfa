"""Choices of the selections."""

from cpia.norme.enums import Voce

# Scoring grids


class TipoVoce(Voce):
    """How an item of a grid gives points."""

    SI_NO = "si_no", "titolo posseduto"
    VOTO = "voto", "voto del titolo"
    UNITA = "unita", "punti per ogni titolo"
    DURATE = "durate", "punti secondo la durata"
    SCELTA = "scelta", "una sola fra più possibilità"
    RUBRICA = "rubrica", "giudizio graduato"
    DISCREZIONALE = "discrezionale", "punti della commissione fino al massimo"


class ChiPropone(Voce):
    """Who says what an item is worth: whoever applies declares, the commission gives."""

    CANDIDATO = "candidato", "chi si candida"
    COMMISSIONE = "commissione", "la commissione"


class CodiceRilievo(Voce):
    """What the check of a grid may find."""

    FASCE_SOVRAPPOSTE = "fasce_sovrapposte", "fasce sovrapposte"
    FASCE_CON_BUCO = "fasce_con_buco", "fasce che lasciano un buco"
    TETTO_SEZIONE = (
        "tetto_sezione_diverso_dalle_voci",
        "massimo della sezione diverso dalla somma delle voci",
    )
    NUMERO_RIPETUTO = "numero_ripetuto", "numero ripetuto"
    TETTO_SOTTO_UNA_UNITA = "tetto_sotto_una_unita", "massimo più basso di un solo titolo"


class FasciaContesa(Voce):
    """Which bracket counts for a mark that two brackets hold."""

    PIU_FAVOREVOLE = "piu_favorevole", "la più favorevole a chi si candida"
    MENO_FAVOREVOLE = "meno_favorevole", "la meno favorevole a chi si candida"


# Commission, ties, ranking, complaints, assignments


class TipoCriterio(Voce):
    """The rules that decide between applicants with the same points."""

    MINOR_OFFERTA = "minor_offerta", "offerta economica più bassa"
    ESPERIENZA = "esperienza_specifica", "più punti per l’esperienza specifica"
    ANZIANITA = "anzianita_istituto", "più servizio nell’istituto"
    PIU_GIOVANE = "piu_giovane", "più giovane"
    PIU_ANZIANO = "piu_anziano", "più anziano d’età"
    VOTO = "voto_collegio", "voto segreto del Collegio"
    PRIMA_DOMANDA = "prima_domanda", "domanda presentata prima"
    SORTEGGIO = "sorteggio", "sorteggio"


class Serve(Voce):
    """What those who are still level wait for."""

    SORTEGGIO = "sorteggio", "un sorteggio"
    VOTO = "voto", "il voto segreto del Collegio"
    DATO = "dato", "un dato che manca"


class EffettoConflitto(Voce):
    """What a member with a conflict of interest may still do."""

    SOSTITUZIONE = "sostituzione", "lascia la commissione, e un altro prende il suo posto"
    ASTENSIONE = "astensione", "si astiene su quella domanda e valuta le altre"


class Lettore(Voce):
    """In which capacity an application is opened."""

    CANDIDATO = "candidato", "chi si candida"
    COMMISSARIO = "commissario", "componente della commissione"
    SEGRETERIA = "segreteria", "segreteria"
    DIRIGENTE = "dirigente", "dirigente"


class EsitoTitolo(Voce):
    """What the commission decides of a declared title."""

    ACCETTATO = "accettato", "accettato"
    RIDOTTO = "ridotto", "accettato in parte"
    RIFIUTATO = "rifiutato", "non accettato"


class Pubblicazione(Voce):
    """What of a ranking is on the albo."""

    NOMI = "nomi", "i soli nomi, in ordine"
    NOMI_E_PUNTI = "nomi_e_punti", "i nomi con i punti"


class Movimento(Voce):
    """What happens to somebody between two versions of a ranking."""

    SALE = "sale", "sale"
    SCENDE = "scende", "scende"
    ENTRA = "entra", "entra"
    ESCE = "esce", "esce"
    RESTA = "resta", "resta al suo posto"


class EsitoReclamo(Voce):
    """The answer to a complaint."""

    ACCOLTO = "accolto", "accolto"
    ACCOLTO_IN_PARTE = "accolto_in_parte", "accolto in parte"
    RESPINTO = "respinto", "respinto"
    INAMMISSIBILE = "inammissibile", "inammissibile"


class StatoProposta(Voce):
    """Where the proposal of an assignment stands."""

    IN_ATTESA = "in_attesa", "in attesa di risposta"
    ACCETTATA = "accettata", "accettata"
    RIFIUTATA = "rifiutata", "rifiutata"
    SCADUTA = "scaduta", "scaduta senza risposta"
    CESSATA = "cessata", "accettata e poi cessata"


class GiudizioIncarico(Voce):
    """How the work of an assignment turned out."""

    CONFORME = "conforme", "conforme al contratto"
    PARZIALE = "parziale", "soddisfacente solo in parte"
    NON_CONFORME = "non_conforme", "non conforme o del tutto insoddisfacente"


class Rimedio(Voce):
    """What the dirigente does after the check of an assignment."""

    LIQUIDAZIONE = "liquidazione", "liquidare il compenso"
    INTEGRAZIONE = "integrazione", "chiedere di integrare i risultati"
    LIQUIDAZIONE_PARZIALE = "liquidazione_parziale", "liquidare una parte del compenso"
    RISOLUZIONE = "risoluzione", "risolvere il contratto"


# --- enrolments at the scuola dell’infanzia, funzioni strumentali ---


class EtaInfanzia(Voce):
    """What the day of birth makes of an application to the scuola dell’infanzia."""

    ORDINARIA = "ordinaria", "tre anni entro dicembre"
    ANTICIPO = "anticipo", "in anticipo"
    TROPPO_PRESTO = "troppo_presto", "troppo presto per l’iscrizione"
    OBBLIGO = "obbligo", "in età di scuola primaria"


class GruppoPrecedenza(Voce):
    """Who has a place before any point is counted."""

    GIA_ISCRITTI = "gia_iscritti", "già iscritti alla sezione"
    DISABILITA = "disabilita", "disabilità con diagnosi funzionale"
    SERVIZI_SOCIALI = "servizi_sociali", "seguiti dai servizi sociali"


class ConteggioAnticipi(Voce):
    """Which early children count among those enrolled in a section."""

    CON_GLI_AMMESSI = "con_gli_ammessi", "solo quelli ammessi"
    CON_LE_DOMANDE = "con_le_domande", "tutti quelli che chiedono"


class StatoPosto(Voce):
    """What somebody in a list has of the places."""

    CON_PRECEDENZA = "con_precedenza", "ammesso con precedenza"
    AMMESSO = "ammesso", "ammesso"
    IN_ATTESA = "in_attesa", "in lista di attesa"
    DA_DECIDERE = "da_decidere", "a pari merito sull’ultimo posto"
    RINUNCIA = "rinuncia", "ha rinunciato"


# --- calls: to whom, what they must hold, who may apply, with what codes ---


class Fase(Voce):
    """To whom a call is open, in the order in which a school turns to them."""

    INTERNI = "interni", "personale della scuola"
    ALTRE_SCUOLE = "altre_scuole", "personale di altre scuole"
    ESTERNI = "esterni", "esterni"


class OrdineAvvisi(Voce):
    """Whether one call follows the other, or one holds all with precedences."""

    IN_FASI = "in_fasi", "un avviso dopo l’altro"
    UNICO = "unico_con_precedenze", "un solo avviso con precedenze"


class MotivoImpossibilita(Voce):
    """Why the need could not be met with who was asked."""

    NESSUNA_DOMANDA = "nessuna_domanda", "nessuno ha presentato domanda"
    NESSUN_IDONEO = "nessun_idoneo", "nessuno dei candidati è risultato idoneo"
    POSTI_RIMASTI = "posti_rimasti", "i candidati idonei non bastano per tutti i posti"
    RINUNCE = "rinunce", "chi era in graduatoria ha rinunciato"


class Provenienza(Voce):
    """Where an applicant comes from."""

    INTERNO = "interno", "lavora nella scuola"
    ALTRA_SCUOLA = "altra_scuola", "lavora in un’altra scuola"
    ALTRA_AMMINISTRAZIONE = "altra_amministrazione", "dipendente di un’altra amministrazione"
    PRIVATO = "privato", "libero professionista o dipendente privato"
    COOPERATIVA = "cooperativa", "socio o dipendente di una cooperativa"


class Cittadini(Voce):
    """Whom the citizenship lets apply."""

    UE = "ue", "cittadini italiani o dell’Unione europea"
    EQUIPARATI = "ue_ed_equiparati", "anche chi la legge mette sullo stesso piano"
    TUTTI = "tutti", "chiunque"


class Cittadinanza(Voce):
    """The citizenship of an applicant, as far as it matters here."""

    UE = "ue", "italiana o di uno Stato dell’Unione europea"
    EQUIPARATA = "equiparata", "altra, ma la legge la mette sullo stesso piano"
    ALTRA = "altra", "altra"


class Deroga(Voce):
    """When a degree in the matter may not be asked: experience is ascertained instead."""

    NESSUNA = "nessuna", "nessuna"
    ORDINE = "ordine_o_albo", "professionista iscritto in un ordine o albo"
    ARTE = "arte_spettacolo_mestieri", "arte, spettacolo o mestieri artigianali"
    INFORMATICA = "attivita_informatica", "attività informatica"
    DIDATTICA = "didattica_ricerca", "supporto alla didattica, alla ricerca o all’orientamento"


class EsenzioneAutorizzazione(Voce):
    """Why a public employee needs no permission."""

    NESSUNA = "nessuna", "nessuna"
    TEMPO_PARZIALE = "tempo_parziale", "tempo parziale fino al 50 per cento"
    DOCENZA = "docenza", "docenza, ricerca o formazione dei dipendenti pubblici"
    LIBERA_PROFESSIONE = (
        "libera_professione",
        "docenza universitaria a tempo definito o libera professione permessa dalla legge",
    )
    CONVEGNI = "convegni", "partecipazione a convegni e seminari"
    SOLO_RIMBORSO = "solo_rimborso", "solo il rimborso delle spese documentate"
    ASPETTATIVA = "aspettativa_comando", "aspettativa, comando o fuori ruolo"


class StatoAutorizzazione(Voce):
    """Where the permission to a public employee stands."""

    NON_SERVE = "non_serve", "non serve"
    MANCA = "manca", "da chiedere"
    ATTESA = "attesa", "chiesta, si aspetta"
    DATA = "data", "data"
    PER_SILENZIO = "per_silenzio", "data per silenzio"
    NEGATA = "negata", "negata"


class FormaCig(Voce):
    """The three ways in which a CIG was given out."""

    SIMOG = "simog", "CIG con la prima cifra numerica"
    PIATTAFORMA = "piattaforma", "CIG che comincia con una lettera da A a U"
    SMART = "smart", "SmartCIG, che comincia con X, Y o Z"


# --- the state of a call ---


class StatoAvviso(Voce):
    """Where a call stands; that its term is over is told by the clock, not by a state."""

    BOZZA = "bozza", "bozza"
    PUBBLICATO = "pubblicato", "pubblicato"
    CONCLUSO = "concluso", "concluso"
    REVOCATO = "revocato", "revocato"


# --- applications, rankings, posts on the tables ---


class TipoAllegato(Voce):
    """What a file of an application is."""

    PROVA = "prova", "prova di un titolo"
    CURRICULUM = "curriculum", "curriculum completo"
    CURRICULUM_OSCURATO = "curriculum_oscurato", "curriculum senza dati personali, per l’albo"
    IDENTITA = "identita", "documento d’identità"
    FIRMATA = "firmata", "domanda firmata"


class FormaFirma(Voce):
    """How an application counts as signed (CAD art. 65 c. 1)."""

    DIGITALE = "digitale", "firma digitale (PAdES o .p7m)"
    SCANSIONE = "scansione", "copia firmata a mano, con il documento d’identità"


class StatoGraduatoria(Voce):
    """Where a version of a ranking stands."""

    BOZZA = "bozza", "in preparazione"
    PROVVISORIA = "provvisoria", "provvisoria"
    DEFINITIVA = "definitiva", "definitiva"
    SUPERATA = "superata", "superata da una nuova versione"


class TipoContratto(Voce):
    """What is signed: staff of the school gets a letter, who is not a contract."""

    LETTERA = "lettera", "lettera di incarico"
    CONTRATTO = "contratto", "contratto di prestazione d’opera"


# --- the list of the scuola dell’infanzia, version after version ---


class TipoVersione(Voce):
    """What a version of the list of enrolments is."""

    PROVVISORIA = "provvisoria", "provvisoria"
    DEFINITIVA = "definitiva", "definitiva"
    SCORRIMENTO = "scorrimento", "scorrimento della lista di attesa"
    ANTICIPI = "anticipi", "anticipi"


# --- the draft of an application ---


class Passo(Voce):
    """The steps in which an application is written, in their order."""

    DATI = "dati", "Dati e requisiti"
    TITOLI = "titoli", "Titoli"
    PROGETTO = "progetto", "Progetto"
    CURRICULUM = "curriculum", "Curriculum"
    OFFERTA = "offerta", "Offerta"
    DICHIARAZIONI = "dichiarazioni", "Dichiarazioni"


# --- posts given ---


class StatoIncarico(Voce):
    """Where an assignment stands, told by its row and by the day."""

    BOZZA = "bozza", "da completare ed emettere"
    DA_FIRMARE = "da_firmare", "emesso, da firmare"
    DA_PUBBLICARE = "da_pubblicare", "firmato, da pubblicare"
    IN_CORSO = "in_corso", "in corso"
    DA_VERIFICARE = "da_verificare", "finito, da verificare"
    DA_INTEGRARE = "da_integrare", "risultati da integrare"
    LIQUIDATO = "liquidato", "verificato e liquidato"
    RISOLTO = "risolto", "finito prima del termine"
