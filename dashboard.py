"""The app: `streamlit run dashboard.py`, or `uvicorn dashboard:app`."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from app.logs import configure_logging
from app.routes import ROUTES
from app.startup import keep_release_ready

configure_logging()
app = st.App(
    "app/frame.py",
    routes=ROUTES,
    middleware=[Middleware(GZipMiddleware, minimum_size=1000)],
    lifespan=keep_release_ready,
)
