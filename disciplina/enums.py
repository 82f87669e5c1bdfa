"""Choices of the discipline."""

from cpia.norme.enums import Voce


class OrganoCompetente(Voce):
    """Who may impose a sanction, from the lowest up; the last two stand aside of the scale."""

    DOCENTE = "docente", "docente"
    DIRIGENTE = "dirigente", "dirigente scolastico"
    CONSIGLIO_CLASSE = "consiglio_classe", "consiglio di classe"
    CONSIGLIO_ISTITUTO = "consiglio_istituto", "consiglio d’istituto"
    COMMISSIONE_ESAME = "commissione_esame", "commissione d’esame"
    ADDETTO_FUMO = "addetto_fumo", "addetto alla vigilanza sul fumo"


class Composizione(Voce):
    """Who of a consiglio di classe sits."""

    COMPLETA = "completa", "con tutte le componenti"
    SOLI_DOCENTI = "soli_docenti", "con i soli docenti"


class Provvedimento(Voce):
    """The kinds of sanction."""

    RICHIAMO = "richiamo", "richiamo o intervento mirato"
    AMMONIZIONE = "ammonizione", "ammonizione"
    ALLONTANAMENTO_LEZIONE = "allontanamento_lezione", "allontanamento dalla lezione in corso"
    RITIRO_OGGETTO = "ritiro_oggetto", "ritiro dell’oggetto"
    STUDIO = "studio", "tempo libero usato per studiare"
    RIPARAZIONE = "riparazione", "riparazione o risarcimento del danno"
    ATTIVITA_COMUNITA = "attivita_comunita", "attività a favore della comunità scolastica"
    ESCLUSIONE_ATTIVITA = "esclusione_attivita", "esclusione da laboratori, visite e viaggi"
    SOSPENSIONE = "sospensione", "sospensione dalle lezioni"
    ESCLUSIONE_SCRUTINIO = "esclusione_scrutinio", "esclusione dallo scrutinio o dall’esame"
    ESCLUSIONE_CORSI = "esclusione_corsi", "esclusione dai corsi"
    MULTA = "multa", "sanzione amministrativa"


class Calcolabile(Voce):
    """The kinds of sanction that the command line judges."""

    AMMONIZIONE = "ammonizione", "ammonizione"
    SOSPENSIONE = "sospensione", "sospensione dalle lezioni"
    ESCLUSIONE_SCRUTINIO = "esclusione_scrutinio", "esclusione dallo scrutinio o dall’esame"
    ATTIVITA_COMUNITA = "attivita_comunita", "attività a favore della comunità scolastica"


class Destinatario(Voce):
    """Whom a sanction is told, and where it is written."""

    GENITORI = "genitori", "genitori"
    REGISTRO_CLASSE = "registro_classe", "registro di classe"
    SERVIZI_SOCIALI = "servizi_sociali", "servizi sociali"
    AUTORITA_GIUDIZIARIA = "autorita_giudiziaria", "autorità giudiziaria"


class Forza(Voce):
    """How strong the text of a regulation is."""

    PUO = "puo", "può"
    DEVE = "deve", "deve"


class Contro(Voce):
    """The sanctions against which an appeal is given."""

    TUTTE = "tutte", "ogni sanzione"
    ALLONTANAMENTO = "allontanamento", "le sanzioni che allontanano"
    SENZA_ALLONTANAMENTO = "senza_allontanamento", "le sanzioni che non allontanano"


class Giudice(Voce):
    """Who judges an appeal."""

    ORGANO_GARANZIA = "organo_garanzia", "organo di garanzia dell’istituto"
    UFFICIO_TERRITORIALE = "ufficio_territoriale", "dirigente scolastico territoriale"
    UFFICIO_REGIONALE = "ufficio_regionale", "direttore dell’Ufficio scolastico regionale"


class EsitoRicorso(Voce):
    """How an appeal ends."""

    CONFERMATA = "confermata", "sanzione confermata"
    MODIFICATA = "modificata", "sanzione modificata"
    REVOCATA = "revocata", "sanzione revocata"
    INVITO = "invito", "invito a riconsiderare la decisione"


class ComponenteGaranzia(Voce):
    """In what quality one sits in the organ of guarantee."""

    DIRIGENTE = "dirigente", "dirigente scolastico"
    DOCENTE = "docente", "docente"
    COLLABORATORE = "collaboratore_scolastico", "collaboratore scolastico"
    GENITORE = "genitore", "genitore"
    STUDENTE = "studente", "studente"


class Percorso(Voce):
    """How grave the sanction proposed is, and so how long the way to it."""

    LIEVE = "lieve", "sanzione che non allontana"
    ALLONTANAMENTO = "allontanamento", "sanzione che allontana"


class Passo(Voce):
    """The steps of a case, in their order."""

    SEGNALAZIONE = "segnalazione", "Segnalazione"
    CONTESTAZIONE = "contestazione", "Contestazione d’addebito"
    AUDIZIONE = "audizione", "Audizione dello studente"
    MEMORIA = "memoria", "Memoria scritta"
    RINUNCIA = "rinuncia", "Assenza all’audizione, benché invitato"
    PROPOSTA = "proposta", "Proposta di sanzione"
    CONVOCAZIONE = "convocazione", "Convocazione dell’organo competente"
    DECISIONE = "decisione", "Decisione, con i voti"
    PROVVEDIMENTO = "provvedimento", "Provvedimento motivato"
    COMUNICAZIONE = "comunicazione", "Comunicazione alla famiglia"
    ESECUZIONE = "esecuzione", "Esecuzione"
    RIENTRO = "rientro", "Rientro nella comunità scolastica"
    RICORSO = "ricorso", "Ricorso"
    ISTRUTTORIA_RICORSO = "istruttoria_ricorso", "Istruttoria dell’organo di garanzia"
    CONVOCAZIONE_GARANZIA = "convocazione_garanzia", "Convocazione dell’organo di garanzia"
    SEDUTA_GARANZIA = "seduta_garanzia", "Seduta dell’organo di garanzia"
    ESITO_RICORSO = "esito_ricorso", "Esito del ricorso"
    COMUNICAZIONE_ESITO = "comunicazione_esito", "Comunicazione dell’esito"
    DENUNCIA = "denuncia", "Denuncia all’autorità giudiziaria"
    ARCHIVIAZIONE = "archiviazione", "Archiviazione"
    CHIUSURA = "chiusura", "Chiusura del fascicolo"


class Parte(Voce):
    """In what quality somebody is in the case, and so does not judge it."""

    STUDENTE = "studente", "è lo studente di cui si decide"
    GENITORE = "genitore", "è genitore dello studente"
    SEGNALANTE = "segnalante", "ha segnalato il fatto"
    PERSONA_OFFESA = "persona_offesa", "è persona offesa, o suo genitore"
    HA_DECISO = "ha_deciso", "ha irrogato la sanzione"


class CodiceRilievo(Voce):
    """What the check of a catalogue may find."""

    LIMITI_CAPOVOLTI = "limiti_capovolti", "limiti di giorni capovolti"
    ORGANO_DIVERSO = "organo_diverso", "due organi per la stessa sanzione"
    GIORNI_IN_DUE_GRADI = "giorni_in_due_gradi", "gli stessi giorni in due gradi"
    LETTERA_RIPETUTA = "lettera_ripetuta", "la stessa lettera due volte"
    COMPORTAMENTO_DIVERSO = "comportamento_diverso", "voto di comportamento con due regole"
    TERMINE_DIVERSO = "termine_diverso", "due termini per lo stesso ricorso"
    GARANZIA_DIVERSA = "garanzia_diversa", "due composizioni dell’organo di garanzia"
    TESTO_GUASTO = "testo_guasto", "testo non intero"
    ORGANO_NON_DI_LEGGE = "organo_non_di_legge", "organo diverso da quello dello Statuto"
    COMPOSIZIONE_NON_DI_LEGGE = "composizione_non_di_legge", "consiglio di classe non intero"
    NON_TEMPORANEA = "non_temporanea", "sanzione non temporanea"
    RICORSO_PARZIALE = "ricorso_parziale", "sanzioni senza ricorso all’organo di garanzia"
    NON_ELETTI = "non_eletti", "rappresentanti non eletti"
    SENZA_ATTIVITA = "senza_attivita", "attività volute dallo Statuto che mancano"
