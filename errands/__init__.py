"""errands"""
