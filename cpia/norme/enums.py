"""The words of the regulations: plain enums, so that rules and models may both use them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Self


class Voce(StrEnum):
    """A value kept in a column, with the Italian words that a person reads."""

    etichetta: str

    def __new__(cls, valore: str, etichetta: str = "") -> Self:
        voce = str.__new__(cls, valore)
        voce._value_ = valore
        voce.etichetta = etichetta
        return voce


class TipoParametro(Voce):
    """How the text of a parameter is read."""

    INTERO = "intero", "numero intero"
    DECIMALE = "decimale", "numero decimale"
    FRAZIONE = "frazione", "frazione"
    BOOLEANO = "booleano", "sì o no"
    TESTO = "testo", "testo"
    SCELTA = "scelta", "scelta"
    ELENCO = "elenco", "elenco di numeri interi"
    GIORNO_MESE = "giorno_mese", "giorno e mese"
    DURATA = "durata", "durata"


class Unita(Voce):
    """What a duration is counted in."""

    GIORNI = "giorni", "giorni"
    GIORNI_LAVORATIVI = "giorni_lavorativi", "giorni lavorativi"
    GIORNI_LIBERI = "giorni_liberi", "giorni liberi"
    ORE = "ore", "ore"


class Origine(Voce):
    """Where a value comes from."""

    REGOLAMENTO = "regolamento", "regolamento dell’istituto"
    LEGGE = "legge", "legge o circolare ministeriale"
    PRASSI = "prassi", "prassi d’istituto"


class Organo(Voce):
    COLLEGIO_DOCENTI = "collegio_docenti", "Collegio dei docenti"
    CONSIGLIO_ISTITUTO = "consiglio_istituto", "Consiglio d’istituto"
    GIUNTA_ESECUTIVA = "giunta_esecutiva", "Giunta esecutiva"
    CONSIGLIO_CLASSE = "consiglio_classe", "Consiglio di classe, interclasse o intersezione"
    COMITATO_VALUTAZIONE = "comitato_valutazione", "Comitato di valutazione"
    ORGANO_GARANZIA = "organo_garanzia", "Organo di garanzia"
    COMMISSIONE_PFI = "commissione_pfi", "Commissione per il patto formativo"
    COMMISSIONE_AVVISO = "commissione_avviso", "Commissione di una selezione"


class TipoSeduta(Voce):
    ORDINARIA = "ordinaria", "ordinaria"
    STRAORDINARIA = "straordinaria", "straordinaria"
    URGENTE = "urgente", "urgente"


class RegolaQuorum(Voce):
    """How many must be present for a sitting to be valid."""

    META_PIU_UNO = "meta_piu_uno", "metà più uno"
    META = "meta", "metà, arrotondata per eccesso"
    TUTTI = "tutti", "tutti i componenti"


class BaseMaggioranza(Voce):
    """On what the majority is counted."""

    VOTI_VALIDI = "voti_validi", "voti favorevoli e contrari, senza gli astenuti"
    PRESENTI = "presenti", "presenti, compresi gli astenuti"
    COMPONENTI = "componenti", "componenti in carica"


class EsitoParita(Voce):
    PREVALE_PRESIDENTE = "prevale_presidente", "prevale il voto di chi presiede"
    NON_APPROVATA = "non_approvata", "la proposta non è approvata"


class MisuraNonAmmissione(Voce):
    """How many must be for it when a pupil of the primary school is not admitted."""

    UNANIMITA = "unanimita", "unanimità dei docenti"
    MAGGIORANZA = "maggioranza", "maggioranza"


class ParitaPersone(Voce):
    """Who is elected when two persons have as many votes."""

    SORTEGGIO = "sorteggio", "sorteggio"
    ANZIANITA = "anzianita", "il più anziano d’età"


class FormaVoto(Voce):
    PALESE = "palese", "palese"
    SEGRETO = "segreto", "segreto"


class AggiuntaOdg(Voce):
    """Who may add an item at the sitting."""

    UNANIMITA = "unanimita", "unanimità dei presenti"
    MAGGIORANZA_COMPONENTI = "maggioranza_componenti", "maggioranza assoluta dei componenti"
    FRAZIONE_PRESENTI = "frazione_presenti", "maggioranza qualificata dei presenti"


class InterventoSupplente(Voce):
    """When the substitute of a member sits in his or her place."""

    ASSENZA = "assenza", "anche quando il titolare non può esserci"
    INCOMPATIBILITA = "incompatibilita", "solo se il titolare è incompatibile o deve astenersi"


class Numerazione(Voce):
    """When the count of sittings or deliberations starts again."""

    MAI = "mai", "mai"
    ANNO_SCOLASTICO = "anno_scolastico", "ogni anno scolastico"
    MANDATO = "mandato", "a ogni rinnovo dell’organo"


class Sostituto(Voce):
    """Who acts for an organ that has not been formed."""

    NESSUNO = "nessuno", "nessuno"
    COMMISSARIO = "commissario_straordinario", "commissario straordinario"


class OrganoDisciplinare(Voce):
    """Who imposes a sanction that removes a student from the community of the school."""

    DIRIGENTE = "dirigente", "dirigente scolastico"
    CONSIGLIO_CLASSE = "consiglio_classe", "consiglio di classe"
    CONSIGLIO_ISTITUTO = "consiglio_istituto", "consiglio d’istituto"


class Relazione(Voce):
    """How a value must stand to what the law says."""

    MINIMO = "minimo", "almeno"
    MASSIMO = "massimo", "al più"
    SOTTO = "sotto", "meno di"
    UGUALE = "uguale", ""
    AMMESSI = "ammessi", "uno tra"


class TipoRilievo(Voce):
    """What the checker of the regulations has found."""

    LEGGE = "legge", "diverso dalla legge"
    CONTRADDIZIONE = "contraddizione", "contraddizione"
    ILLEGGIBILE = "illeggibile", "valore che non si legge"
    LACUNA = "lacuna", "manca"


class EsitoConfronto(Voce):
    """How one parameter stands in two regulations put side by side."""

    UGUALE = "uguale", "uguale"
    DIVERSO = "diverso", "diverso"
    SOLO_PRIMO = "solo_primo", "solo a sinistra"
    SOLO_SECONDO = "solo_secondo", "solo a destra"


def scelte(voci: Iterable[Voce]) -> list[tuple[str, str]]:
    """The (value, label) pairs of an enum, in the shape of a model field's ``choices``."""
    return [(voce.value, voce.etichetta) for voce in voci]
