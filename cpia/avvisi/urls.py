from django.urls import include, path

from cpia.avvisi.views import avvisi, calendario, lavori, preferenze, scrivania

urlpatterns = [
    path("", include("cpia.avvisi.circolari.urls")),
    path("scrivania/", scrivania.scrivania, name="scrivania"),
    path("scrivania/<int:pk>/perche/", scrivania.perche_scadenza, name="perche_scadenza"),
    path("scrivania/<int:pk>/fai/<slug:azione>/", scrivania.fai, name="scrivania_fai"),
    path("scrivania/<int:pk>/disfa/<slug:azione>/", scrivania.disfa, name="scrivania_disfa"),
    path("avvisi/", avvisi.avvisi, name="avvisi"),
    path("avvisi/letti/", avvisi.avvisi_letti, name="avvisi_letti"),
    path("avvisi/impostazioni/", preferenze.impostazioni_avvisi, name="impostazioni_avvisi"),
    path("avvisi/calendario/", calendario.calendario_privato, name="calendario_privato"),
    path("avvisi/calendario/revoca/", calendario.calendario_revoca, name="calendario_revoca"),
    path("calendario/<str:codice>.ics", calendario.calendario_ics, name="calendario_ics"),
    path("avvisi/<int:pk>/", avvisi.avviso, name="avviso"),
    path("lavori/<int:pk>/", lavori.lavoro, name="lavoro"),
    path("lavori/<int:pk>/ferma/", lavori.lavoro_ferma, name="lavoro_ferma"),
]
