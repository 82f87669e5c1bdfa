"""Who an application makes known to the school: the person who studies, who answers for a minor."""

from datetime import date

from cpia.norme.errori import rifiuta
from cpia.scuola.enums import Legame
from cpia.scuola.models import Persona, Responsabilita
from cpia.scuola.rules import da_accertare, stesso_nome
from patto_formativo.models import DomandaIscrizione
from patto_formativo.queries.iscrizioni.accoglimento import (
    adulto_noto,
    altri_responsabili,
    escluso,
    in_parole,
    persone_con_il_codice,
    senza_recapito,
)
from patto_formativo.rules.iscrizione import ART_4


def persona_della(domanda: DomandaIscrizione, *, conferma_email: bool = False) -> Persona:
    """The person of an application: the one with the same codice fiscale, else a new one.

    What the school knows already is not changed by what a stranger wrote online; only what is
    missing is filled in, the e-mail only when the office has confirmed it. Raises AttoRifiutato
    when the codice fiscale is of somebody with another surname or day of birth, or whose identity
    nobody has checked yet.
    """
    nota = persone_con_il_codice(domanda).select_for_update().first()
    if nota is not None:
        _esigi_accertata(nota)
        _completa(nota, domanda, conferma_email=conferma_email)
        return nota
    return Persona.objects.create(
        istituto_id=domanda.istituto_id,
        cognome=domanda.cognome,
        nome=domanda.nome,
        sesso=domanda.sesso,
        data_nascita=domanda.data_nascita,
        luogo_nascita=domanda.luogo_nascita,
        provincia_nascita=domanda.provincia_nascita,
        codice_fiscale=domanda.codice_fiscale or None,
        email="" if domanda.adulto_cognome else domanda.email,
    )


def _completa(nota: Persona, domanda: DomandaIscrizione, *, conferma_email: bool) -> None:
    """Fill in what the school did not know yet; another surname or birth is somebody else."""
    _stessa_persona(nota, domanda)
    mancanti = {
        campo: getattr(domanda, campo)
        for campo in ("sesso", "data_nascita", "luogo_nascita", "provincia_nascita")
        if not getattr(nota, campo)
    }
    if conferma_email and senza_recapito(nota) and not domanda.adulto_cognome:
        mancanti["email"] = domanda.email
    for campo, valore in mancanti.items():
        setattr(nota, campo, valore)
    if mancanti:
        nota.save(update_fields=list(mancanti))


def _esigi_accertata(nota: Persona) -> None:
    if nota.identita_da_accertare:
        raise rifiuta("identita_da_accertare", da_accertare(nota.nome_e_cognome))


def _stessa_persona(nota: Persona, domanda: DomandaIscrizione) -> None:
    altro = ""
    if not stesso_nome(nota.cognome, domanda.cognome):
        altro = "un altro cognome"
    elif nota.data_nascita is not None and nota.data_nascita != domanda.data_nascita:
        altro = "un’altra data di nascita"
    if altro:
        testo = (
            f"La scuola conosce già qualcuno con questo codice fiscale e {altro}: "
            "controlla la tessera prima di accogliere."
        )
        raise rifiuta("altra_persona", testo)


def affida(
    domanda: DomandaIscrizione, studente: Persona, dal: date, *, confermato: bool = False
) -> Persona | None:
    """Who answers for the student: the same person for all the minors of a community.

    None when the credentials are not theirs: a court has limited them, or the bond is over; it
    stays so. Somebody new beside who answers already needs the confirmation of the office. Raises
    AttoRifiutato.
    """
    adulto = adulto_noto(domanda, studente)
    if adulto is not None:
        _esigi_accertata(adulto)
    altri = altri_responsabili(studente, adulto)
    if altri and not confermato:
        testo = (
            f"Di questo minorenne risponde già: {in_parole(altri, dal)}. Controlla i documenti di "
            f"{domanda.adulto_nome} {domanda.adulto_cognome} e conferma, o respingi la domanda."
        )
        raise rifiuta("altro_responsabile", testo, ART_4, "conferma_responsabile")
    if adulto is None:
        adulto = Persona.objects.create(
            istituto_id=domanda.istituto_id,
            cognome=domanda.adulto_cognome,
            nome=domanda.adulto_nome,
            email=domanda.email,
        )
    Responsabilita.objects.get_or_create(
        istituto_id=domanda.istituto_id,
        studente=studente,
        adulto=adulto,
        defaults={"legame": _legame(domanda), "dal": dal},
    )
    return None if escluso(studente, adulto, dal) else adulto


def _legame(domanda: DomandaIscrizione) -> str:
    return domanda.adulto_legame or (Legame.COMUNITA if domanda.comunita else Legame.GENITORE)
