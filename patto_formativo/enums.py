"""The words of the agreement: plain enums, so that rules and models may both use them."""

from cpia.norme.enums import Voce


class Percorso(Voce):
    """The paths of a CPIA (D.P.R. 263/2012, art. 4) that have credits of their own."""

    ALFABETIZZAZIONE = "alfabetizzazione", "Alfabetizzazione e apprendimento della lingua italiana"
    PRIMO_PERIODO = "primo_livello_primo_periodo", "Primo livello, primo periodo didattico"
    SECONDO_PERIODO = "primo_livello_secondo_periodo", "Primo livello, secondo periodo didattico"


class Natura(Voce):
    """How what is proved was learnt (D.Lgs. 13/2013, art. 2)."""

    FORMALE = "formale", "formale"
    NON_FORMALE = "non_formale", "non formale"
    INFORMALE = "informale", "informale"


class TipoEvidenza(Voce):
    """What a piece of evidence is: each has its row in the table of the credits."""

    PERCORSO_INTERROTTO = "percorso_interrotto", "percorso di studi interrotto"
    TEST_A1_CPIA = "test_a1_cpia", "test di italiano A1 superato in un CPIA"
    QUALIFICA_FP = "qualifica_fp", "qualifica IeFP o FP"
    TITOLO_STRANIERO_EQUIPOLLENTE = (
        "titolo_straniero_equipollente",
        "titolo straniero equipollente, con certificazione delle competenze",
    )
    LAUREA_UMANISTICA = "laurea_umanistica", "laurea o diploma di area umanistica"
    LAUREA_SCIENTIFICA = (
        "laurea_scientifica",
        "laurea o diploma di area scientifica e tecnologica",
    )
    LAUREA_SOCIALE = "laurea_sociale", "laurea o diploma di area sociale"
    LAUREA_SANITARIA = "laurea_sanitaria", "laurea o diploma di area sanitaria"
    MODULO_CPIA = "modulo_cpia", "modulo superato in un CPIA"
    TITOLO_STRANIERO_TRADOTTO = (
        "titolo_straniero_tradotto",
        "titolo straniero tradotto o con dichiarazione di valore",
    )
    CERTIFICAZIONE_INFORMATICA = "certificazione_informatica", "certificazione informatica"
    CERTIFICAZIONE_ITALIANO = "certificazione_italiano", "certificazione di lingua italiana"
    CERTIFICAZIONE_LINGUA_STRANIERA = (
        "certificazione_lingua_straniera",
        "certificazione di lingua straniera",
    )
    NON_FORMALE = "non_formale", "attività non formale"
    INFORMALE = "informale", "attività informale"


class Fase(Voce):
    """The phases of the welcome that have hours (Linee guida, parte prima)."""

    ISCRIZIONE = "iscrizione", "iscrizione"
    PRIMO_INCONTRO = "primo_incontro", "primo incontro, con l’assegnazione del tutor"
    COLLOQUI = "colloqui_e_prove", "colloqui e prove"
    PROPEDEUTICO = "studio_propedeutico", "studio propedeutico per gruppi di livello"
    STESURA = "stesura", "stesura e negoziazione del patto"


class StatoPatto(Voce):
    """The life of a version of an agreement."""

    BOZZA = "bozza", "bozza"
    IN_NEGOZIAZIONE = "in_negoziazione", "in negoziazione"
    APPROVATO = "approvato", "approvato dalla Commissione"
    SOTTOSCRITTO = "sottoscritto", "sottoscritto"
    IN_CORSO = "in_corso", "in corso"
    RINEGOZIATO = "rinegoziato", "sostituito da una nuova versione"
    CONCLUSO = "concluso", "concluso"
    RITIRATO = "ritirato", "ritirato"
