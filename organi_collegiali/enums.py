"""The words of organs, sittings, votes, deliberations and minutes.

They carry no Django, so that the rules may use them; a model writes ``choices=scelte(TipoOrgano)``.
"""

from typing import Self

from cpia.norme.enums import Organo, Voce


class TipoOrgano(Voce):
    """A kind of organ; ``norma`` says whose parameters govern it."""

    norma: Organo
    delibera: bool

    def __new__(
        cls,
        valore: str,
        etichetta: str = "",
        norma: Organo = Organo.COLLEGIO_DOCENTI,
        delibera: bool = True,  # noqa: FBT001, FBT002
    ) -> Self:
        voce = str.__new__(cls, valore)
        voce._value_ = valore
        voce.etichetta = etichetta
        voce.norma = norma
        voce.delibera = delibera
        return voce

    COLLEGIO = "collegio", "Collegio dei docenti", Organo.COLLEGIO_DOCENTI
    SEZIONE_COLLEGIO = (
        "sezione_collegio", "Sezione del Collegio dei docenti", Organo.COLLEGIO_DOCENTI
    )  # fmt: skip
    # They propose, the Collegio decides (`004` art. 4); a school's parameter may say otherwise.
    DIPARTIMENTO = "dipartimento", "Dipartimento", Organo.COLLEGIO_DOCENTI, False
    CONSIGLIO_ISTITUTO = "consiglio_istituto", "Consiglio d’istituto", Organo.CONSIGLIO_ISTITUTO
    COMMISSARIO = "commissario", "Commissario straordinario", Organo.CONSIGLIO_ISTITUTO
    GIUNTA = "giunta", "Giunta esecutiva", Organo.GIUNTA_ESECUTIVA
    CONSIGLIO_CLASSE = "consiglio_classe", "Consiglio di classe", Organo.CONSIGLIO_CLASSE
    INTERCLASSE = "interclasse", "Consiglio d’interclasse", Organo.CONSIGLIO_CLASSE
    INTERSEZIONE = "intersezione", "Consiglio d’intersezione", Organo.CONSIGLIO_CLASSE
    LIVELLO = "livello", "Consiglio di livello", Organo.CONSIGLIO_CLASSE
    COMITATO = "comitato", "Comitato di valutazione", Organo.COMITATO_VALUTAZIONE
    ORGANO_GARANZIA = "organo_garanzia", "Organo di garanzia", Organo.ORGANO_GARANZIA
    COMMISSIONE_PFI = (
        "commissione_pfi", "Commissione per il patto formativo", Organo.COMMISSIONE_PFI
    )  # fmt: skip
    SEZIONE_PFI = "sezione_pfi", "Sezione funzionale della Commissione", Organo.COMMISSIONE_PFI
    # Named call by call (``selezioni_pon``): it proposes the ranking, the dirigente approves it.
    COMMISSIONE_AVVISO = (
        "commissione_avviso", "Commissione di una selezione", Organo.COMMISSIONE_AVVISO, False
    )  # fmt: skip
    ASSEMBLEA_GENITORI = (
        "assemblea_genitori", "Assemblea dei genitori", Organo.CONSIGLIO_CLASSE, False
    )  # fmt: skip


class Componente(Voce):
    """For whom a member sits."""

    DIRIGENTE = "dirigente", "Dirigente"
    DOCENTI = "docenti", "Docenti"
    GENITORI = "genitori", "Genitori"
    ATA = "ata", "ATA"
    STUDENTI = "studenti", "Studenti"
    ESTERNI = "esterni", "Esterni"

    @property
    def in_frase(self) -> str:
        """Inside a sentence: «genitori», but «ATA»."""
        return self.etichetta if self is Componente.ATA else self.etichetta.lower()


class Titolo(Voce):
    """How a member came to sit."""

    ELETTO = "eletto", "eletto"
    DESIGNATO = "designato", "designato"
    DI_DIRITTO = "di_diritto", "di diritto"
    NOMINATO = "nominato", "nominato"


class Carica(Voce):
    PRESIDENTE = "presidente", "presidente"
    VICEPRESIDENTE = "vicepresidente", "vicepresidente"
    SEGRETARIO = "segretario", "segretario"


class RegolaPresidente(Voce):
    """Who presides over an organ."""

    DIRIGENTE = "dirigente", "il dirigente o chi ne fa le veci"
    DELEGATO = "delegato", "il dirigente o un docente suo delegato"
    ELETTO_GENITORI = "eletto_genitori", "un genitore eletto dall’organo"
    ELETTO = "eletto", "un componente eletto dall’organo"
    NOMINATO = "nominato", "il componente nominato presidente"


class RegolaSegretario(Voce):
    """Who writes the minutes of an organ."""

    NOMINATO = "nominato", "un componente nominato da chi presiede"
    DSGA = "dsga", "il direttore dei servizi generali e amministrativi"
    DESIGNATO = "designato", "un docente designato dal dirigente"


class Cambiamento(Voce):
    """Why a mandate ended before its term."""

    DIMISSIONI = "dimissioni", "dimissioni"
    DECADENZA = "decadenza", "decadenza per assenze"
    REQUISITI = "requisiti", "perdita dei requisiti"
    RINNOVO = "rinnovo", "rinnovo dell’organo"


class Platea(Voce):
    """Which members an organ of several components sits with."""

    TUTTI = "tutti", "tutte le componenti"
    SOLI_DOCENTI = "soli_docenti", "soli docenti"
    SCRUTINIO = "scrutinio", "scrutinio: soli docenti, collegio perfetto"


class StatoSeduta(Voce):
    BOZZA = "bozza", "in preparazione"
    ALLA_FIRMA = "alla_firma", "alla firma"
    CONVOCATA = "convocata", "convocata"
    IN_CORSO = "in_corso", "in corso"
    SOSPESA = "sospesa", "sospesa"
    CHIUSA = "chiusa", "chiusa"
    DESERTA = "deserta", "deserta: mancava il numero legale"
    REVOCATA = "revocata", "revocata"


class CausaAggiornamento(Voce):
    """Why a sitting is adjourned (`004` artt. 5 and 11)."""

    PROTRAZIONE = "protrazione", "la seduta si protrae"
    NUMERO_LEGALE = "numero_legale", "manca il numero legale"
    DISORDINE = "disordine", "i presenti non consentono lavori ordinati"


class NaturaPunto(Voce):
    """What an item of the agenda asks of the organ."""

    DELIBERA = "delibera", "delibera"
    SENZA_VOTO = "senza_voto", "senza voto"
    VERBALE = "verbale", "approvazione di un verbale"
    ELEZIONE = "elezione", "elezione"
    REGOLAMENTO = "regolamento", "modifica di un regolamento"
    NON_AMMISSIONE = "non_ammesso", "non ammissione alla classe successiva"
    VARIE = "varie", "varie ed eventuali, senza voto"

    @property
    def si_vota(self) -> bool:
        return self not in (NaturaPunto.SENZA_VOTO, NaturaPunto.VARIE)


class OriginePunto(Voce):
    """How an item came to be on the agenda."""

    CONVOCAZIONE = "convocazione", "nella convocazione"
    INTEGRAZIONE = "integrazione", "aggiunto con un’integrazione"
    IN_SEDUTA = "in_seduta", "chiesto in seduta"
    RIPRESO = "ripreso", "ripreso da un’altra seduta"


class EsitoPunto(Voce):
    """How an item ended; an empty column is an item still to deal with."""

    TRATTATO = "trattato", "trattato, senza voto"
    DELIBERATO = "deliberato", "deliberato"
    NON_APPROVATO = "non_approvato", "non approvato"
    NON_AMMESSO = "non_ammesso", "non ammesso"
    RINVIATO = "rinviato", "rinviato"
    RITIRATO = "ritirato", "ritirato"


class GenereAtto(Voce):
    """What a notice does."""

    CONVOCAZIONE = "convocazione", "convocazione"
    INTEGRAZIONE = "integrazione", "integrazione dell’ordine del giorno"
    RINVIO = "rinvio", "rinvio"
    REVOCA = "revoca", "revoca"
    SECONDA = "seconda", "seconda convocazione"


class MezzoAvviso(Voce):
    EMAIL = "email", "e-mail"
    A_MANO = "a_mano", "a mano"
    TELEFONO = "telefono", "a mezzo telefono"


class Risposta(Voce):
    """What a member answers to the convocation."""

    PRESENTE = "presente", "ci sarò"
    ASSENTE = "assente", "non potrò esserci"


class Presenza(Voce):
    """How a member answered the roll call of a sitting."""

    PRESENTE = "presente", "presente"
    ASSENTE_GIUSTIFICATO = "assente_giustificato", "assente giustificato"
    ASSENTE_INGIUSTIFICATO = "assente_ingiustificato", "assente"


class FormaVotazione(Voce):
    PALESE = "palese", "palese"
    SEGRETA = "segreta", "segreta"


class ModoVotazione(Voce):
    """How the votes are gathered."""

    ALZATA = "alzata", "per alzata di mano"
    NOMINALE = "nominale", "per appello nominale"
    URNA = "urna", "urna elettronica"
    SCHEDE = "schede", "schede di carta"


class GenereVotazione(Voce):
    """What is put to the vote."""

    PROPOSTA = "proposta", "proposta"
    EMENDAMENTO = "emendamento", "emendamento"
    ALTERNATIVA = "alternativa", "proposte in alternativa"
    BALLOTTAGGIO = "ballottaggio", "ballottaggio"
    ELEZIONE = "elezione", "elezione di persone"
    AMMISSIONE = "ammissione", "ammissione di un punto"
    ORDINE = "ordine", "inversione dell’ordine del giorno"


class StatoVotazione(Voce):
    APERTA = "aperta", "aperta"
    CHIUSA = "chiusa", "chiusa"
    PROCLAMATA = "proclamata", "proclamata"
    ANNULLATA = "annullata", "annullata"


class Scelta(Voce):
    """What a member answers to a proposal."""

    FAVOREVOLE = "favorevole", "favorevole"
    CONTRARIO = "contrario", "contrario"
    ASTENUTO = "astenuto", "astenuto"


class VotoPresidente(Voce):
    FAVOREVOLE = "favorevole", "favorevole"
    CONTRARIO = "contrario", "contrario"
    ASTENUTO = "astenuto", "astenuto"


class Premessa(Voce):
    """How a premise of a deliberation begins."""

    VISTO = "visto", "Visto"
    VISTA = "vista", "Vista"
    VISTI = "visti", "Visti"
    VISTE = "viste", "Viste"
    SENTITO = "sentito", "Sentito"
    SENTITA = "sentita", "Sentita"
    PRESO_ATTO = "preso_atto", "Preso atto"
    RILEVATA = "rilevata", "Rilevata"
    CONSIDERATO = "considerato", "Considerato"


class AttoEffetto(Voce):
    """What a deliberation does to one before it."""

    MODIFICA = "modifica", "modifica"
    REVOCA = "revoca", "revoca"
    RATIFICA = "ratifica", "ratifica"


class StatoVerbale(Voce):
    BOZZA = "bozza", "in bozza"
    IN_LETTURA = "in_lettura", "in lettura"
    APPROVATO = "approvato", "approvato"
    FIRMATO = "firmato", "firmato"
    PUBBLICATO = "pubblicato", "pubblicato"


class EsitoRilievo(Voce):
    ACCOLTO = "accolto", "accolto"
    RESPINTO = "respinto", "respinto"
