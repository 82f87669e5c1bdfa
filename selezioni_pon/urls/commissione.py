"""The commission of a call: named, declaring, changed, closed."""

from django.urls import URLPattern, path

from selezioni_pon.views.commissione import dichiarazione, lavori, nomina, pagina

UNA = "avvisi/<int:pk>/commissione/"

urlpatterns: list[URLPattern] = [
    path(UNA, pagina.commissione, name="commissione"),
    path(f"{UNA}nomina/", nomina.commissione_nomina, name="commissione_nomina"),
    path(f"{UNA}pdf/", pagina.commissione_pdf, name="commissione_pdf"),
    path(
        f"{UNA}dichiarazione/",
        dichiarazione.commissione_dichiarazione,
        name="commissione_dichiarazione",
    ),
    path(
        f"{UNA}componenti/<int:membro>/sostituisci/",
        nomina.commissione_sostituisci,
        name="commissione_sostituisci",
    ),
    path(f"{UNA}chiudi/", lavori.commissione_chiudi, name="commissione_chiudi"),
    path(f"{UNA}riapri/", lavori.commissione_riapri, name="commissione_riapri"),
]
