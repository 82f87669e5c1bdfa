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


class GenereOfferta(Voce):
    """What one may enrol in (Regolamento iscrizioni, art. 1): the paths, and what widens them."""

    ALFABETIZZAZIONE = Percorso.ALFABETIZZAZIONE.value, Percorso.ALFABETIZZAZIONE.etichetta
    PRIMO_PERIODO = Percorso.PRIMO_PERIODO.value, Percorso.PRIMO_PERIODO.etichetta
    SECONDO_PERIODO = Percorso.SECONDO_PERIODO.value, Percorso.SECONDO_PERIODO.etichetta
    AMPLIAMENTO = "ampliamento", "Ampliamento dell’offerta formativa"

    @property
    def percorso(self) -> Percorso | None:
        """The path that has an agreement of its own; None for what widens the offer."""
        return None if self is GenereOfferta.AMPLIAMENTO else Percorso(self.value)


class Livello(Voce):
    """The levels of Italian of the first path (Q.C.E.R.)."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"


class Fascia(Voce):
    """The time bands of the offer."""

    MATTINA = "mattina", "mattina"
    POMERIGGIO = "pomeriggio", "pomeriggio"
    SERA = "sera", "sera"


class Canale(Voce):
    """Where an application was made."""

    ONLINE = "online", "online"
    SPORTELLO = "sportello", "allo sportello"


class StatoDomanda(Voce):
    """The life of an application: complete once the fee is paid (art. 3)."""

    PRESENTATA = "presentata", "presentata"
    ACCOLTA = "accolta", "accolta, da perfezionare"
    PERFEZIONATA = "perfezionata", "perfezionata"
    RESPINTA = "respinta", "respinta"
    RINUNCIATA = "rinunciata", "rinunciata"


class TipoCarta(Voce):
    """The papers of an application."""

    IDENTITA = "identita", "documento d’identità"
    CODICE_FISCALE = "codice_fiscale", "tessera del codice fiscale"
    PERMESSO = "permesso", "permesso di soggiorno"
    RINNOVO = "rinnovo", "ricevuta della domanda di rinnovo"
    PROTEZIONE = "protezione", "ricevuta della domanda di protezione"
    TITOLO = "titolo", "titolo di studio o attestato"
    ALTRO = "altro", "altro documento"


class Cittadinanza(Voce):
    """What the papers of stay depend on."""

    ITALIANA = "italiana", "italiana"
    UNIONE = "unione", "di un altro Stato dell’Unione europea"
    EXTRA = "extra", "di uno Stato fuori dall’Unione europea"


class Lingua(Voce):
    """The languages in which the agreement is told in plain words, with their own names."""

    ITALIANO = "it", "Italiano"
    INGLESE = "en", "English"
    FRANCESE = "fr", "Français"
    ARABO = "ar", "العربية"
    UCRAINO = "uk", "Українська"

    @property
    def da_destra(self) -> bool:
        """Whether it is written from right to left."""
        return self is Lingua.ARABO


class StatoCorsista(Voce):
    """Where an enrolled person is."""

    ATTIVO = "attivo", "iscritto"
    RITIRATO = "ritirato", "ritirato"
    CONCLUSO = "concluso", "percorso concluso"


class TipoProva(Voce):
    """How what somebody knows is ascertained (Commissione, art. 10; Linee guida, fase 2)."""

    COLLOQUIO = "colloquio", "colloquio"
    LITERACY = "literacy", "prova di literacy"
    NUMERACY = "numeracy", "prova di numeracy"
    DISCIPLINARE = "disciplinare", "prova disciplinare d’ingresso"
    PRATICA = "pratica", "prova tecnico-pratica"
    SIMULAZIONE = "simulazione", "simulazione o analisi di caso"
    DOCUMENTI = "documenti", "esame dei documenti"


class EsitoProva(Voce):
    """What came out of it."""

    POSITIVO = "positivo", "superata"
    PARZIALE = "parziale", "superata in parte"
    NEGATIVO = "negativo", "non superata"


class MezzoSegno(Voce):
    """How an absent person made a sign, or was written to."""

    TELEFONO = "telefono", "per telefono"
    POSTA = "posta", "per e-mail"
    PERSONA = "persona", "di persona"
    LETTERA = "lettera", "per lettera"


class GenereAvviso(Voce):
    """A communication about an absence."""

    ASSENZA = "assenza", "comunicazione che precede il ritiro d’ufficio"
    MINORE = "minore", "segnalazione dell’assenza di un minore"
