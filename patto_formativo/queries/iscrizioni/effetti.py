"""What taking an application does, told to the office before it does it."""

from datetime import date

from cpia.scuola.models import Persona
from patto_formativo.queries.iscrizioni.accoglimento import Accoglimento, in_parole


def effetti(trovato: Accoglimento, oggi: date) -> list[str]:
    """Who comes in, who answers already, where the credentials go, what is missing."""
    detti = [_chi_entra(trovato)]
    if trovato.altri:
        detti.append(f"Di questo minorenne risponde già: {in_parole(trovato.altri, oggi)}.")
    detti.append(_credenziali(trovato))
    return [*detti, "L’iscrizione è completa quando è registrata la quota."]


def _chi_entra(trovato: Accoglimento) -> str:
    domanda = trovato.domanda
    chi = f"{domanda.nome} {domanda.cognome}"
    if trovato.nota is None:
        return f"{chi} entra fra le persone della scuola."
    return f"{chi} è già fra le persone della scuola, con lo stesso codice fiscale."


def _credenziali(trovato: Accoglimento) -> str:
    domanda = trovato.domanda
    if trovato.limitato and trovato.adulto is not None:
        return f"{trovato.adulto.nome_e_cognome} oggi non risponde: non riceve le credenziali."
    if trovato.destinatario is not None:
        return _a_chi_e_noto(trovato.destinatario, trovato)
    if trovato.per_un_minore:
        chi = f"{domanda.adulto_nome} {domanda.adulto_cognome}"
    else:
        chi = f"{domanda.nome} {domanda.cognome}"
    return f"Le credenziali vanno a {chi}, {domanda.email}."


def _a_chi_e_noto(chi: Persona, trovato: Accoglimento) -> str:
    scritta = trovato.domanda.email
    if chi.utente_id is not None:
        return f"{chi.nome_e_cognome} entra già con le sue credenziali: non ne partono altre."
    if not chi.email:
        return (
            f"Di {chi.nome_e_cognome} la scuola non ha l’e-mail: le credenziali vanno a {scritta} "
            "solo se lo confermi."
        )
    testo = f"Le credenziali vanno a {chi.nome_e_cognome}, {chi.email}"
    if not trovato.per_un_minore and chi.email.lower() != scritta.lower():
        testo += f", l’e-mail che la scuola conosce; nella domanda è scritta {scritta}"
    return f"{testo}."
