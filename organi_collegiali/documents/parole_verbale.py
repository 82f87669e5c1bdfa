"""The words of the minutes that come from what was recorded."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from cpia.atti.rules import del_giorno as il_del_giorno
from cpia.atti.rules import etichetta_protocollo
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import data_estesa, elenco, ora, plurale
from organi_collegiali.enums import (
    EsitoPunto,
    FormaVotazione,
    GenereVotazione,
    Presenza,
    StatoSeduta,
    StatoVotazione,
)
from organi_collegiali.models import Avviso, Convocato, Movimento, Seduta, Sospensione, Votazione
from organi_collegiali.queries.verbali.materia import Materia, per_componente
from organi_collegiali.rules.delibere.esito_in_parole import Cifre, conteggio
from organi_collegiali.rules.nomi import accorda, con_articolo

FINALI = {
    EsitoPunto.RINVIATO: "Il punto è rinviato.",
    EsitoPunto.RITIRATO: "Il punto è ritirato.",
    EsitoPunto.NON_APPROVATO: "La proposta non è approvata.",
    EsitoPunto.NON_AMMESSO: "Il punto non è ammesso all’ordine del giorno.",
}


def apertura(seduta: Seduta, avviso: Avviso | None) -> str:
    """``Il giorno 22 maggio 2024 alle ore 17.30, in aula magna, si riunisce il Consiglio…``.

    A deserted sitting was convened and did not meet.
    """
    inizio = seduta.aperta_il or seduta.inizio_previsto
    if inizio is None:
        raise ValueError("una seduta tenuta ha un inizio")
    nome = seduta.organo.nome
    deserta = seduta.stato == StatoSeduta.DESERTA
    verbo = f"è {accorda(nome, 'convocato')}" if deserta else "si riunisce"
    organo = con_articolo(nome)
    dove = f" ({_luogo(seduta)})" if _luogo(seduta) else ""
    return (
        f"Il giorno {data_estesa(inizio)} alle ore {ora(inizio)}{dove}, {verbo} "
        f"{organo[0].lower()}{organo[1:]}{_avviso(avviso)}, per discutere il seguente ordine del "
        "giorno:"
    )


def _luogo(seduta: Seduta) -> str:
    parti = [seduta.luogo, "in collegamento a distanza" if seduta.collegamento else ""]
    return " e ".join(filter(None, parti))


def _avviso(avviso: Avviso | None) -> str:
    if avviso is None or avviso.protocollo is None:
        return ""
    protocollo = avviso.protocollo
    del_giorno = protocollo.registrato_il
    return f", con avviso {etichetta_protocollo(protocollo.numero, del_giorno.date())}"


def chiusura(
    seduta: Seduta, fine: datetime, *, aggiornata: bool = False, conto: Sequence[Motivo] = ()
) -> str:
    """``Esaurito l’ordine del giorno, la seduta è tolta alle ore 20.10.``, or how else it ended."""
    if seduta.stato == StatoSeduta.DESERTA:
        return _deserta(seduta, fine, conto)
    if aggiornata:
        return f"La seduta è aggiornata alle ore {ora(fine)}, con i punti ancora da trattare."
    return f"Esaurito l’ordine del giorno, la seduta è tolta alle ore {ora(fine)}."


def _deserta(seduta: Seduta, fine: datetime, conto: Sequence[Motivo]) -> str:
    """Until when one waited, how many were missing, who says so, and that it is convened again."""
    inizio = seduta.inizio_previsto
    aspetta = inizio is not None and ora(inizio) != ora(fine)
    attesa = f", dopo aver atteso dalle ore {ora(inizio)}" if inizio and aspetta else ""
    chi = f"Lo constata {seduta.presiede.nome_e_cognome}." if seduta.presiede else ""
    nome = seduta.organo.nome
    frasi = [
        "Constatata la mancanza del numero legale, la seduta è dichiarata deserta alle ore "
        f"{ora(fine)}{attesa}.",
        *(motivo.testo for motivo in conto),
        chi,
        f"{con_articolo(nome)} è {accorda(nome, 'convocato')} di nuovo, con lo stesso ordine del "
        "giorno; l’avviso va a chi non è intervenuto.",
    ]
    return " ".join(filter(None, frasi))


def sommario(materia: Materia) -> str:
    """``All’appello rispondono 13 componenti su 19.``, or who was absent when that is all."""
    if materia.seduta.storica:
        return ""
    if not materia.all_appello:
        nessuno = f"All’appello non risponde nessuno, su {materia.seduta.in_carica}."
        return nessuno if materia.seduta.stato == StatoSeduta.DESERTA else ""
    quanti = plurale(len(materia.all_appello), "componente", "componenti")
    verbo = "risponde" if len(materia.all_appello) == 1 else "rispondono"
    return f"All’appello {verbo} {quanti} su {materia.seduta.in_carica}."


def gruppi(convocati: Iterable[Convocato]) -> list[str]:
    """``Docenti: Anna Bruni, Carlo Neri``, one line a component."""
    return [
        f"{componente}: {', '.join(c.persona.nome_e_cognome for c in suoi)}"
        for componente, suoi in per_componente(convocati)
    ]


def assenti(materia: Materia, quali: Presenza) -> str:
    """``Sono assenti giustificati: Anna Bruni (docenti)…``, nothing when nobody was."""
    righe = [
        f"{elenco(c.persona.nome_e_cognome for c in suoi)} (componente {componente.lower()})"
        for componente, suoi in per_componente(materia.assenti(quali))
    ]
    come = "assenti giustificati" if quali is Presenza.ASSENTE_GIUSTIFICATO else "assenti"
    return f"Risultano {come}: {'; '.join(righe)}." if righe else ""


def senza_voto(materia: Materia) -> str:
    """Who takes part and does not vote."""
    altri = [
        f"{c.persona.nome_e_cognome} ({c.qualifica})" if c.qualifica else c.persona.nome_e_cognome
        for c in materia.convocati
        if not c.con_voto and c.presenza == Presenza.PRESENTE
    ]
    return f"Partecipano senza voto: {elenco(altri)}." if altri else ""


def movimento(riga: Movimento) -> str:
    """``alle 18.05 entra Anna Bruni``."""
    verbo = "entra" if riga.entra else "esce"
    distanza = ", a distanza" if riga.entra and riga.a_distanza else ""
    return f"alle {ora(riga.quando)} {verbo} {riga.convocato.persona.nome_e_cognome}{distanza}"


def sospensione(riga: Sospensione) -> str:
    """``La seduta è sospesa dalle 18.30 alle 18.45: …``."""
    fine = f" alle {ora(riga.al)}" if riga.al else ""
    return f"La seduta è sospesa dalle {ora(riga.dal)}{fine}: {riga.motivo.rstrip('.')}."


def voto(votazione: Votazione) -> str:
    """One vote: what, how, the figures, the outcome; nothing left out of those annulled."""
    come = f"{votazione.get_forma_display()}, {votazione.get_modo_display()}"
    testa = f"{_che_cosa(votazione)} (votazione {come})"
    if votazione.stato == StatoVotazione.ANNULLATA:
        return f"{testa}: votazione annullata, {votazione.motivo_annullamento}"
    if votazione.favorevoli is None:
        return f"{testa}: {plurale(votazione.presenti, 'presente', 'presenti')}."
    cifre = Cifre(
        votazione.presenti,
        votazione.favorevoli,
        votazione.contrari or 0,
        votazione.astenuti or 0,
        votazione.bianche or 0,
        votazione.nulle or 0,
    )
    quanti = plurale(votazione.presenti, "presente", "presenti")
    return f"{testa}: {quanti}, {conteggio(cifre)}. {_esito(votazione)}"


def _che_cosa(votazione: Votazione) -> str:
    if votazione.genere == GenereVotazione.PROPOSTA:
        return "Si vota la proposta"
    return f"Si vota: {votazione.get_genere_display()}, «{votazione.testo.strip()}»"


def _esito(votazione: Votazione) -> str:
    if votazione.approvata is None:
        return ""
    pari = bool(votazione.favorevoli) and votazione.favorevoli == votazione.contrari
    if votazione.approvata and pari and votazione.forma == FormaVotazione.PALESE:
        return "A parità di voti prevale quello di chi presiede: è approvata."
    return "È approvata." if votazione.approvata else "Non è approvata."


def proposte(votazione: Votazione) -> tuple[str, ...]:
    """The proposals or the persons among which one chose, with their votes."""
    return tuple(
        f"{riga.testo}: {plurale(riga.voti or 0, 'voto', 'voti')}{_vince(riga.vince)}"
        for riga in votazione.proposte.all()
    )


def _vince(vince: bool) -> str:  # noqa: FBT001
    return ", prevale" if vince else ""


def titolo(seduta: Seduta) -> str:
    """``Verbale n. 14 – Consiglio d’istituto, 26 aprile 2018``: it names nobody."""
    inizio = seduta.aperta_il or seduta.inizio_previsto
    quando = data_estesa(inizio) if inizio else ""
    return f"Verbale n. {seduta.numero} – {seduta.organo.nome}, {quando}"


def del_giorno(seduta: Seduta) -> str:
    """``del 26 aprile 2018``, ``dell’8 maggio 2024``."""
    inizio = seduta.aperta_il or seduta.inizio_previsto
    return il_del_giorno(timezone.localdate(inizio)) if inizio else ""
